import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf, NOON, saleOf, type ContextChanges } from '../reward/scenario.ts';
import { compileCondition } from './compile-condition.ts';
import type { ConditionScope } from './field-reader.ts';
import type { Condition, FieldTest } from './plan.ts';

const DAY = 86_400_000;
const line = lineOf(2_500, { productId: 'sku-7', category: 'book', quantity: 3, credited: 1_000 });

function scopeOf(changes: ContextChanges = {}, over: Partial<ConditionScope> = {}): ConditionScope {
  return { context: saleOf([line], changes), line, currency: 'EUR', total: () => 12n, ...over };
}

function judge(condition: Condition, scope = scopeOf()): boolean | null {
  return compileCondition(condition).test(scope);
}

const yes: FieldTest = { field: 'line.category', op: 'eq', value: 'book' };
const no: FieldTest = { field: 'line.category', op: 'eq', value: 'food' };
const unknown: FieldTest = { field: 'metadata.absent', op: 'eq', value: 1 };

describe('three-valued logic', () => {
  test.each([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, unknown] }, null],
    [{ all: [unknown, no] }, false],
    [{ any: [no, no] }, false],
    [{ any: [no, unknown] }, null],
    [{ any: [unknown, yes] }, true],
    [{ not: yes }, false],
    [{ not: no }, true],
    [{ not: unknown }, null],
    [{ not: { not: unknown } }, null],
  ] satisfies readonly (readonly [Condition, boolean | null])[])('%j is %s', (condition, expected) => {
    expect(judge(condition)).toBe(expected);
  });

  const leaf = fc.constantFrom(yes, no, unknown);
  const anyCondition = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('node') }),
    ),
  })).node;

  test('the duals hold: not all is any not', () => {
    fc.assert(
      fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(judge({ not: { all: parts } })).toBe(judge({ any: parts.map((part) => ({ not: part })) }));
      }),
    );
  });

  test('learning what was unknown never overturns a decided outcome', () => {
    fc.assert(
      fc.property(anyCondition, fc.constantFrom(1, 2), (condition, learned) => {
        const decided = judge(condition);
        if (decided !== null) expect(judge(condition, scopeOf({ metadata: { absent: learned } }))).toBe(decided);
      }),
    );
  });

  test('an unknown outcome names only what is missing', () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const compiled = compileCondition(condition);
        if (compiled.test(scopeOf()) === null) expect(compiled.blame(scopeOf(), null)).toEqual(['metadata.absent']);
      }),
    );
  });
});

test('a failed condition names the first test that failed', () => {
  const condition = compileCondition({ all: [yes, { not: { field: 'line.quantity', op: 'gt', value: 1 } }, no] });
  expect(condition.blame(scopeOf(), false)).toEqual(['line.quantity']);
});

describe('comparisons', () => {
  const text = 'line.productId';
  const context: ContextChanges = {
    metadata: { plan: 'pro', seats: 12, ratio: 3.5, trial: false },
    customer: { orderNumber: 6 },
  };

  test.each([
    ['line.net', 'eq', 2_500, true],
    ['line.net', 'eq', 2_501, false],
    ['line.net', 'gte', 2_500, true],
    ['line.net', 'gt', 2_500, false],
    ['line.net', 'multiple_of', 500, true],
    ['order.net', 'lt', 2_501, true],
    ['order.net', 'lte', 2_499, false],
    ['customer.orderNumber', 'multiple_of', 3, true],
    ['customer.orderNumber', 'multiple_of', 4, false],
    ['customer.orderNumber', 'in', [5, 6], true],
    ['partner.sales', 'eq', 12, true],
    [text, 'starts_with', 'sku-', true],
    [text, 'ends_with', '-8', false],
    [text, 'contains', 'u-', true],
    [text, 'not_contains', 'u-', false],
    [text, 'ne', 'sku-8', true],
    [text, 'not_in', ['sku-7', 'x'], false],
    ['metadata.trial', 'eq', false, true],
    ['metadata.ratio', 'gt', 3, true],
    ['metadata.ratio', 'multiple_of', 1, false],
    ['metadata.seats', 'eq', 12, true],
    ['metadata.seats', 'in', ['12', 12], true],
  ] as const)('%s %s %j is %s', (field, op, value, expected) => {
    expect(judge({ field, op, value } as unknown as FieldTest, scopeOf(context))).toBe(expected);
  });

  test.each([
    ['metadata.seats', 'eq', '12'],
    ['metadata.plan', 'gt', 3],
    ['metadata.plan', 'ne', 3],
    ['metadata.seats', 'contains', '1'],
    ['metadata.seats', 'not_in', ['12']],
    ['metadata.absent', 'ne', 'x'],
    ['metadata.absent', 'not_in', ['x']],
    ['metadata.absent', 'not_contains', 'x'],
    ['metadata.toString', 'eq', 'x'],
  ] as const)('%s %s %j is unknown: missing or of another type', (field, op, value) => {
    expect(judge({ field, op, value } as unknown as FieldTest, scopeOf(context))).toBeNull();
  });

  test('exists and holds are never unknown', () => {
    expect(judge({ field: 'order.coupon', op: 'exists' })).toBe(false);
    expect(judge({ field: 'metadata.toString', op: 'exists' })).toBe(false);
    expect(judge({ field: 'order.coupon', op: 'exists', value: false })).toBe(true);
    expect(judge({ field: 'order.coupon', op: 'exists' }, scopeOf({ coupon: 'HELLO' }))).toBe(true);
    const gold = scopeOf({ partner: { certificates: ['gold'] } });
    expect(judge({ field: 'partner.certificate', op: 'holds', value: 'gold' })).toBe(false);
    expect(judge({ field: 'partner.certificate', op: 'holds', value: 'gold' }, gold)).toBe(true);
    expect(judge({ field: 'partner.certificate', op: 'exists' }, gold)).toBe(true);
    expect(judge({ field: 'partner.certificate', op: 'exists', value: false }, gold)).toBe(false);
  });

  test('amounts of an order in another currency are unknown', () => {
    const dollars = scopeOf({ currency: 'USD' });
    expect(judge({ field: 'line.net', op: 'gt', value: 1 }, dollars)).toBeNull();
    expect(judge({ field: 'order.net', op: 'gt', value: 1 }, dollars)).toBeNull();
    expect(judge({ field: 'order.currency', op: 'eq', value: 'USD' }, dollars)).toBe(true);
  });

  test('a customer is as old as its first order; before it, zero days', () => {
    const age = (op: 'eq', field: string, value: number, firstOrderAt: number | null): boolean | null =>
      judge({ field, op, value }, scopeOf({ customer: { firstOrderAt, orderNumber: firstOrderAt === null ? 1 : 2 } }));
    expect(age('eq', 'customer.ageDays', 0, null)).toBe(true);
    expect(age('eq', 'customer.ageDays', 9, NOON - 10 * DAY + 1)).toBe(true);
    expect(age('eq', 'customer.ageMonths', 1, NOON - 32 * DAY)).toBe(true);
    expect(judge({ field: 'customer.ageDays', op: 'eq', value: 0 }, scopeOf({ customer: { orderNumber: null } }))).toBeNull();
  });
});
