import { expect, test } from 'vitest';
import { charterDuties, charterKinds, presetCharter, type Clause } from './index.ts';

const party = (name: string) => ({ name, details: '' });
const preset = (kind: (typeof charterKinds)[number]) =>
  presetCharter({ kind, prevailing: 'fr', company: party('Alpine'), partner: party('Lac'), people: [] });

test('what a charter promises is named in the words of its clauses, and each promise by a key of its own', () => {
  for (const kind of charterKinds) {
    const document = preset(kind);
    const [first] = document.clauses.filter(({ terms }) => terms.length > 0);
    if (first === undefined) throw new Error(`nothing is due by a charter of ${kind}`);
    // A clause of one's own may promise the same under the same key, and one clause twice.
    const own: Clause = { ...first, key: 'own', from: null, terms: [...first.terms, ...first.terms] };
    const duties = charterDuties({ ...document, clauses: [...document.clauses, own] });
    const names = duties.map((terms) => `${terms.kind}/${terms.key}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('exit/exit.balance');
    // Whatever else is changed, a promise keeps its key: obligations are known by it.
    expect(names).toEqual(expect.arrayContaining(charterDuties(document).map((terms) => `${terms.kind}/${terms.key}`)));
  }
});

test('a title of the terms’ own stays; the end of a term is called by how it is renewed', () => {
  const document = preset('introducer');
  const clause = (terms: Clause['terms']): Clause => ({
    key: 'own',
    kind: 'other',
    from: null,
    title: { en: 'Training', fr: 'Formation' },
    text: { en: 'Text.', fr: 'Texte.' },
    values: {},
    terms,
  });
  const titleOf = (terms: Clause['terms'][number]) =>
    charterDuties({ ...document, clauses: [clause([terms])] }).find(({ key }) => key === 'own.one')?.title;
  const cadence = { every: 1, pace: 'year' } as const;
  expect(titleOf({ kind: 'meeting', key: 'one', by: 'both', cadence })).toEqual({
    en: 'Training: hold the meeting',
    fr: 'Formation\u00a0: tenir la réunion',
  });
  const title = { en: 'Its own', fr: 'Le sien' };
  expect(titleOf({ kind: 'meeting', key: 'one', by: 'both', cadence, title })).toEqual(title);
  expect(titleOf({ kind: 'duration', key: 'one', months: 12, renewal: 'agreed' })).toBeUndefined();
});
