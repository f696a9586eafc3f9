import { describe, expect, it } from 'vitest';
import {
  answerWords,
  checkQuestionnaire,
  conflictsOf,
  progressOf,
  reveal,
  usualQuestionnaire,
  wrongAnswers,
  type Item,
} from './index.ts';

const both = (en: string, fr = en) => ({ en, fr });
const item = (more: Partial<Item> & Pick<Item, 'key' | 'form'>): Item => ({
  dimension: 'goals',
  text: both(more.key),
  weight: 5,
  compare: 'close',
  clauses: [],
  ...more,
});
const scale = { kind: 'scale', low: both('low', 'bas'), high: both('high', 'haut') } as const;
const list = { kind: 'multiple', options: ['a', 'b', 'c', 'd'].map((key) => ({ key, text: both(key) })) } as const;
const questionnaire = (...items: Item[]) => ({ name: both('Test'), kinds: [], items });

describe('computed by hand', () => {
  it('weighs values: 3 × 50 % + 1 × 100 % over 4 is 62.5 %', () => {
    const asked = questionnaire(
      item({ key: 'x', form: scale, weight: 3, clauses: ['notice'] }),
      item({ key: 'y', form: { kind: 'yes_no' }, weight: 1, compare: 'same', dimension: 'exit' }),
    );
    const seen = reveal(asked, { x: 1, y: true }, { x: 3, y: true });
    expect(seen.score).toEqual({ worst: 6250, best: 6250, terms: 2, known: 2 });
    expect(seen.differences.map(({ item: key, severity }) => [key, severity])).toEqual([
      ['x', 'notable'],
      ['y', 'aligned'],
    ]);
    expect(seen.clauses).toEqual(['notice']);
    expect(seen.differences[0]?.text).toEqual({
      en: 'Apart: the company says “1/5 (low)”, the partner “3/5”.',
      fr: 'Éloignés\u00a0: l’entreprise répond «\u00a01/5 (bas)\u00a0», le partenaire «\u00a03/5\u00a0».',
    });
  });

  it('tells a number of one with its unit in the singular: in French of all below two, in English of one alone', () => {
    const words = { unit: both('days', 'jours'), one: both('day', 'jour') };
    const form = { kind: 'number', ...words, min: 0, max: 9, tolerance: 1 } as const;
    const told = [0, 1, 1.5, 2].map((count) => answerWords({ form }, count));
    expect(told.map(({ en }) => en)).toEqual(['0 days', '1 day', '1.5 days', '2 days']);
    expect(told.map(({ fr }) => fr)).toEqual(['0 jour', '1 jour', '1,5 jour', '2 jours']);
    const { one: _, ...plural } = form;
    expect(answerWords({ form: plural }, 1)).toEqual(both('1 days', '1 jours'));
  });

  it('leaves open what is unknown: a scale at 3 fits from 50 % to 100 %', () => {
    const seen = reveal(questionnaire(item({ key: 'x', form: scale })), { x: 3 }, {});
    expect(seen.score).toEqual({ worst: 5000, best: 10_000, terms: 1, known: 0 });
    expect(seen.agenda).toMatchObject([{ severity: 'unknown', clauses: [] }]);
  });

  it('covers a wish by what the other offers, each way', () => {
    const asked = questionnaire(
      item({ key: 'wants', form: list, compare: 'cover', mirror: 'gives' }),
      item({ key: 'gives', form: list, compare: 'none', weight: 0 }),
    );
    expect(checkQuestionnaire(asked)).toEqual([]);
    const seen = reveal(asked, { wants: ['a', 'b'], gives: [] }, { wants: ['c'], gives: ['a', 'd'] });
    expect(seen.differences.map(({ wish, value, severity }) => [wish, value.worst, severity])).toEqual([
      ['partner', 0, 'serious'],
      ['company', 5000, 'notable'],
    ]);
    expect(seen.score).toMatchObject({ worst: 2500, best: 2500 });
  });

  it('does not count what one side is not asked', () => {
    const asked = questionnaire(
      item({ key: 'x', form: { kind: 'yes_no' }, compare: 'same' }),
      item({ key: 'y', form: scale, when: { item: 'x', is: ['true'] } }),
    );
    expect(reveal(asked, { x: true, y: 1 }, { x: true, y: 5 }).score).toMatchObject({ worst: 5000, terms: 2 });
    expect(reveal(asked, { x: true, y: 1 }, { x: false, y: 5 }).score).toMatchObject({ worst: 0, terms: 1 });
    expect(progressOf(asked, { x: true })).toEqual({ asked: 2, answered: 1 });
    expect(progressOf(asked, { x: false })).toEqual({ asked: 1, answered: 1 });
  });
});

describe('a questionnaire that cannot be published', () => {
  it.each([
    [questionnaire(), 'items', 'empty'],
    [questionnaire(item({ key: 'x', form: scale }), item({ key: 'x', form: scale })), 'items.1.key', 'key_twice'],
    [questionnaire(item({ key: 'x', form: scale, weight: 11 })), 'items.0.weight', 'weight'],
    [questionnaire(item({ key: 'x', form: scale, compare: 'complement' })), 'items.0.compare', 'compare'],
    [questionnaire(item({ key: 'x', form: list, compare: 'cover' })), 'items.0.mirror', 'mirror'],
    [questionnaire(item({ key: 'x', form: scale, when: { item: 'y', is: ['1'] } })), 'items.0.when', 'condition'],
    [questionnaire(item({ key: 'x', form: { ...list, options: [] }, compare: 'same' })), 'items.0.form.options', 'options'],
    [questionnaire(item({ key: 'x', form: scale, text: both('x', ' ') })), 'items.0.text', 'text_missing'],
  ])('says what is wrong and where (%#)', (asked, path, rule) => {
    expect(checkQuestionnaire(asked)).toContainEqual({ path, rule });
  });

  it('takes no answer that its form does not have', () => {
    const asked = usualQuestionnaire('reseller');
    const wrong = {
      'goals.first': 'fame',
      'goals.horizon': 61,
      'pace.change': 0,
      'exit.reason': ['unpaid', 'unpaid'],
      nowhere: 1,
    };
    expect(wrongAnswers(asked, wrong)).toEqual(Object.keys(wrong));
  });
});

describe('conflicts of interest', () => {
  const own = {
    name: 'Atelier Lumière',
    registrationNumber: '732 829 320 00074',
    vatNumber: null,
    emails: ['Ana@atelier.example'],
    address: '12, av. de la Gare, 74000 Annecy',
  };
  const other = {
    kind: 'partner',
    id: '1',
    name: null,
    registrationNumber: null,
    vatNumber: null,
    emails: [],
    address: null,
  } as const;

  it('finds the same company by another establishment’s number, and a tie by domain or address', () => {
    const found = conflictsOf(own, [
      { ...other, id: '1', kind: 'member', emails: ['claire@ATELIER.example'] },
      { ...other, id: '2', address: '12 avenue de la gare 74000 ANNECY' },
      { ...other, id: '3', registrationNumber: '732829320' },
      { ...other, id: '4', kind: 'customer', emails: ['somebody@elsewhere.example'] },
    ]);
    expect(found.map(({ id, strength, shared }) => [id, strength, shared])).toEqual([
      ['3', 'same', ['registration_number']],
      ['1', 'tie', ['email_domain']],
      ['2', 'tie', ['address']],
    ]);
  });

  it('makes nothing of a domain everybody writes from, nor of what is empty', () => {
    const free = { ...own, emails: ['a@gmail.com'], name: null, registrationNumber: '', address: ' ' };
    expect(conflictsOf(free, [{ ...other, emails: ['b@gmail.com'], registrationNumber: '', address: '' }])).toEqual([]);
    expect(conflictsOf(free, [{ ...other, emails: ['A@gmail.com'] }])).toMatchObject([{ strength: 'same', shared: ['email'] }]);
  });
});
