import { expect, test } from 'vitest';
import { compareModels, type ModelRow } from './compare-models.ts';

const sum = (rows: readonly ModelRow[], column: 'inForce' | 'first' | 'last' | 'linear' | 'markov' | 'shapley') =>
  rows.reduce((total, row) => total + row[column], 0);

test('one who only opens journeys is seen by first touch, Markov and Shapley, not by last touch nor the rules in force', () => {
  const rows = compareModels(
    [{ partners: ['opener', 'closer'], times: 10 }],
    [{ partners: ['closer'], times: 5 }],
    new Map([['closer', 10]]),
  );
  const opener = rows.find(({ partnerId }) => partnerId === 'opener');
  expect(opener).toMatchObject({ inForce: 0, first: 1, last: 0, linear: 0.5, shapley: 0.5, sales: 10 });
  expect(opener?.markov).toBeCloseTo(0.4, 9);
});

test('beyond fifteen partners the others are one, and each column sums to one', () => {
  const journeys = Array.from({ length: 30 }, (_, index) => ({
    partners: [`p${index}`, `p${(index * 7) % 30}`],
    times: index + 1,
  }));
  const parts = new Map(journeys.map(({ partners, times }) => [partners[0] ?? '', times]));
  const rows = compareModels(journeys, [], parts);
  expect(rows).toHaveLength(16);
  expect(rows.at(-1)?.partnerId).toBeNull();
  for (const column of ['inForce', 'first', 'last', 'linear', 'markov', 'shapley'] as const)
    expect(sum(rows, column)).toBeCloseTo(1, 9);
});

test('who is credited without having been seen has a row, and nothing at all has none', () => {
  expect(compareModels([], [], new Map([['kept', 2]]))).toMatchObject([{ partnerId: 'kept', inForce: 1, first: 0, markov: 0 }]);
  expect(compareModels([], [], new Map())).toEqual([]);
});
