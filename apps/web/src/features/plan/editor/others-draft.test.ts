// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Plan } from '../plan.queries.ts';
import { othersDraft } from './others-draft.ts';

type Version = Plan['versions'][number];

const plan = (version: Pick<Version, 'id' | 'state' | 'revision'>): Plan => ({
  id: 'pln_1',
  programId: 'prg_1',
  name: 'Plan',
  default: true,
  createdAt: '2026-01-01T00:00:00Z',
  // What a draft says is not looked at here.
  versions: [version as Version],
});

test('a draft that was written since it was read, or made while there was none, is somebody else’s', () => {
  const draft = { id: 'plv_1', state: 'draft', revision: 3 } as const;
  expect(othersDraft(plan(draft), { id: 'plv_1', revision: 2 })).toMatchObject({ revision: 3 });
  expect(othersDraft(plan(draft), null)).toMatchObject({ id: 'plv_1' });
  expect(othersDraft(plan(draft), { id: 'plv_0', revision: 9 })).toMatchObject({ id: 'plv_1' });
});

test('what one has read, what is older than one’s own save, and a plan without a draft are nothing new', () => {
  const draft = { id: 'plv_1', state: 'draft', revision: 3 } as const;
  expect(othersDraft(plan(draft), { id: 'plv_1', revision: 3 })).toBeNull();
  expect(othersDraft(plan(draft), { id: 'plv_1', revision: 4 })).toBeNull();
  expect(othersDraft(plan({ ...draft, state: 'in_force' }), { id: 'plv_1', revision: 1 })).toBeNull();
});
