import { checkQuestionnaire, type Questionnaire } from '@cordee/core/qualification';
import { expect, it } from 'vitest';
import { formKinds, moved, newItem, placeOf, suiting, withComparison, withKind, withOption } from './item-changes.ts';
import type { Item } from '../qualification.queries.ts';

const both = (text: string) => ({ en: text, fr: text });
const own = (): Item => ({ ...newItem([], 'goals'), text: both('Why?') });
const rulesOf = (...items: Item[]) =>
  checkQuestionnaire({ name: both('Q'), kinds: [], items } as Questionnaire).map(({ path, rule }) => `${path} ${rule}`);

it('a question in any form, judged in any way that suits it, can be published once its words are written', () => {
  for (const kind of formKinds) {
    for (const compare of suiting[kind]) {
      if (compare === 'cover') continue;
      let item = withComparison(withKind(own(), kind), compare);
      if ('options' in item.form) {
        const form = withOption(item.form);
        item = { ...item, form: { ...form, options: form.options.map((option) => ({ ...option, text: both(option.key) })) } };
      }
      expect(rulesOf(item), `${kind} ${compare}`).toEqual([]);
    }
  }
});

it('a wish needs its mirror; taken back to what is only shown, it weighs nothing and has none', () => {
  const wish = withComparison(withKind(own(), 'scale'), 'cover');
  expect(rulesOf(wish)).toEqual(['items.0.mirror mirror']);
  const shown = withComparison({ ...wish, mirror: 'goals.other' }, 'none');
  expect([shown.weight, shown.mirror]).toEqual([0, undefined]);
  expect(withComparison(shown, 'close').weight).toBe(5);
});

it('keys are never given twice, and a new question stands with those of its subject', () => {
  const first = newItem([], 'pace');
  const second = newItem([first], 'pace');
  expect([first.key, second.key]).toEqual(['pace.own_1', 'pace.own_2']);
  expect(placeOf([first, newItem([], 'exit')], 'pace')).toBe(1);
  expect(placeOf([first], 'risk')).toBe(1);
});

it('moves by a place, and not beyond the ends', () => {
  expect([moved(['a', 'b', 'c'], 0, 1), moved(['a', 'b'], 0, -1), moved(['a', 'b'], 1, 1)]).toEqual([
    ['b', 'a', 'c'],
    ['a', 'b'],
    ['a', 'b'],
  ]);
});
