import { expect, test } from 'vitest';
import { compareClauses } from './compare-clauses.ts';
import type { PlanDocument } from './plan.ts';
import { renderPlan } from './render-plan.ts';
import { planTemplates } from './templates.ts';

const { affiliate } = planTemplates;

function changes(before: PlanDocument, after: PlanDocument) {
  return compareClauses(renderPlan(before, 'en'), renderPlan(after, 'en'));
}

test('a version compared with itself has nothing but what is the same', () => {
  expect(new Set(changes(affiliate, affiliate).map(({ kind }) => kind))).toEqual(new Set(['same']));
});

test('what changed is found by rule and by heading, whatever the numbers', () => {
  const [first, second, ...rest] = affiliate.rules;
  if (first === undefined || second === undefined) throw new Error('the template has rules');
  const after: PlanDocument = {
    ...affiliate,
    rules: [
      { id: 'leads', on: 'lead', reward: { kind: 'fixed', amount: 500 } },
      { ...second, reward: { kind: 'percent', rate: '12%' } },
      ...rest,
    ],
    holdDays: 45,
  };
  const found = changes(affiliate, after).filter(({ kind }) => kind !== 'same');
  expect(
    found.map(({ kind, before: was, after: is }) => [kind, was?.number ?? null, is?.number ?? null, (is ?? was)?.heading]),
  ).toEqual([
    ['removed', '1', null, expect.stringContaining('gift-cards')],
    ['added', null, '1', expect.stringContaining('leads')],
    ['changed', '2', '2', expect.stringContaining('new-customers')],
    ['changed', expect.any(String), expect.any(String), 'Hold'],
  ]);
});

test('a rule that moves is the same; one that goes stands where it stood', () => {
  const [first, ...rest] = affiliate.rules;
  if (first === undefined) throw new Error('the template has rules');
  const moved = changes({ ...affiliate, caps: [] }, { ...affiliate, caps: [], rules: [...rest, first] });
  expect(moved.every(({ kind }) => kind === 'same')).toBe(true);
  expect(moved.at(0)?.before?.number).toBe('2');
  const [last] = affiliate.rules.slice(-1);
  const gone = changes({ ...affiliate, caps: [] }, { ...affiliate, caps: [], rules: affiliate.rules.slice(0, -1) });
  const at = gone.findIndex(({ kind }) => kind === 'removed');
  expect(gone[at]?.before?.ruleId).toBe(last?.id);
  expect(at).toBe(affiliate.rules.length - 1);
});
