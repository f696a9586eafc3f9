import { expect, test } from 'vitest';
import type { Need } from './home.queries.ts';
import { placeOfNeed } from './need-places.ts';

const need = (kind: Need['kind'], ...within: (string | null)[]): Need => ({
  kind,
  count: within.length,
  examples: within.map((each, index) => ({ id: `id-${index}`, label: 'x', at: null, within: each })),
});

test('what belongs to one program or plan leads there, what belongs to several to their list', () => {
  expect(placeOfNeed(need('enrollments_waiting', 'prg_1', 'prg_1'))).toEqual({
    to: '/console/programs/$programId/enrollments',
    params: { programId: 'prg_1' },
  });
  expect(placeOfNeed(need('enrollments_waiting', 'prg_1', 'prg_2'))).toEqual({ to: '/console/programs' });
  expect(placeOfNeed(need('plans_changing', 'pln_1'))).toEqual({ to: '/console/plans/$planId', params: { planId: 'pln_1' } });
  expect(placeOfNeed(need('commissions_held', null))).toEqual({ to: '/console/review', search: { status: 'held' } });
  expect(placeOfNeed(need('contributions_waiting', null))).toEqual({
    to: '/console/contributions',
    search: { state: 'waiting' },
  });
  expect(placeOfNeed(need('events_failed', null))).toMatchObject({ params: { connectionId: 'id-0' } });
});
