import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareClauses, compareWords } from './index.ts';

const rule = (ruleId: string, text: string, number = '1') => ({ number, ruleId, heading: `Sale (${ruleId})`, text });
const general = (heading: string, text: string, number = '9') => ({ number, ruleId: null, heading, text });

test('a rule is known by its id whatever its number; what went stands where it was', () => {
  const before = [rule('a', '10%'), rule('gone', '5%', '2'), rule('b', '3%', '3'), general('Hold', '30 days')];
  const after = [rule('a', '12%'), rule('new', '1%', '2'), rule('b', '3%', '3'), general('Hold', '30 days')];
  expect(
    compareClauses(before, after).map((change) => [change.kind, ('after' in change ? change.after : change.before).ruleId]),
  ).toEqual([
    ['changed', 'a'],
    ['added', 'new'],
    ['removed', 'gone'],
    ['same', 'b'],
    ['same', null],
  ]);
});

test('a clause that is no longer last is told, and so is one of which only the heading changed', () => {
  expect(compareClauses([rule('a', 'x'), rule('b', 'y')], [rule('a', 'x')]).map(({ kind }) => kind)).toEqual(['same', 'removed']);
  expect(compareClauses([rule('a', 'x')], [{ ...rule('a', 'x'), heading: 'Lead (a)' }])[0]?.kind).toBe('changed');
});

test('words that differ stand between those that do not', () => {
  expect(compareWords('the partner receives 10% of the net amount.', 'the partner receives 12% of the net amount.')).toEqual([
    { kind: 'same', text: 'the partner receives ' },
    { kind: 'removed', text: '10% ' },
    { kind: 'added', text: '12% ' },
    { kind: 'same', text: 'of the net amount.' },
  ]);
});

test('no clause is lost or told twice, and both texts can be read back', () => {
  const clauses = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), text: fc.constantFrom('x', 'y') }), {
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(clauses, clauses, (left, right) => {
      const [before, after] = [left, right].map((all) => all.map(({ id, text }) => rule(id, text)));
      const changes = compareClauses(before ?? [], after ?? []);
      expect(changes.flatMap((change) => ('after' in change ? [change.after] : []))).toEqual(after);
      const told = changes.flatMap((change) => ('before' in change ? [change.before.ruleId] : []));
      expect(new Set(told)).toEqual(new Set((before ?? []).map(({ ruleId }) => ruleId)));
      expect(told).toHaveLength((before ?? []).length);
    }),
  );
  const words = fc.array(fc.constantFrom('one', 'two', 'three', 'four'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, words, (left, right) => {
      const runs = compareWords(left.join(' '), right.join(' '));
      const read = (without: string) =>
        runs
          .filter(({ kind }) => kind !== without)
          .map(({ text }) => text)
          .join('')
          .split(/\s+/)
          .filter(Boolean);
      expect(read('removed')).toEqual(right);
      expect(
        read('added')
          .join(' ')
          .replaceAll(/(one|two|three|four)(?=one|two|three|four)/g, '$1 '),
      ).toBe(left.join(' '));
    }),
  );
});
