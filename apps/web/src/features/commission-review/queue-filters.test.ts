import { expect, test } from 'vitest';
import { mayDecide } from './may-decide.ts';
import { queueFilters } from './queue-filters.ts';

test('an address holds what it knows, and not what holds without being said', () => {
  expect(queueFilters({ status: 'in_review', sort: 'oldest', signal: 'burst' })).toEqual({ signal: 'burst' });
  expect(queueFilters({ status: 'held', sort: 'amount' })).toEqual({ status: 'held', sort: 'amount' });
  expect(queueFilters({ status: 'paid', sort: 'toString', signal: 7 })).toEqual({});
});

test('finance approves and does nothing else, a reader nothing; what is held is let go, not held again', () => {
  const actions = ['approve', 'hold', 'unhold', 'refuse'] as const;
  const allowed = (role: Parameters<typeof mayDecide>[1], status: Parameters<typeof mayDecide>[2]) =>
    actions.filter((action) => mayDecide(action, role, status));
  expect(allowed('finance', 'in_review')).toEqual(['approve']);
  expect(allowed('finance', 'held')).toEqual([]);
  expect(allowed('viewer', 'in_review')).toEqual([]);
  expect(allowed('manager', 'in_review')).toEqual(['approve', 'hold', 'refuse']);
  expect(allowed('owner', 'held')).toEqual(['unhold', 'refuse']);
  expect(allowed('owner', 'suspended')).toEqual(['hold', 'refuse']);
});
