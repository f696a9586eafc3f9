import { comparisonsFor, shapeOf, type Comparison, type Condition, type FieldTest, type Scalar } from '@cordee/core/plan';

export type Joint = 'all' | 'any' | 'none';

/** Conditions as they are edited: parts joined, or one test. `not` of several is "none of them". */
export interface Joined {
  readonly joint: Joint;
  readonly parts: readonly Condition[];
  /** Where the parts stand below the condition. */
  readonly at: readonly (string | number)[];
}

/** A condition as parts with what joins them; null for a single test. */
export function joinedOf(condition: Condition): Joined | null {
  if ('all' in condition) return { joint: 'all', parts: condition.all, at: ['all'] };
  if ('any' in condition) return { joint: 'any', parts: condition.any, at: ['any'] };
  if (!('not' in condition)) return null;
  const { not } = condition;
  if ('any' in not) return { joint: 'none', parts: not.any, at: ['not', 'any'] };
  // One part negated by itself: kept as it is written.
  return { joint: 'none', parts: [not], at: ['not'] };
}

/** The parts joined in another way, or other parts joined in the same way. */
export function joinParts(joint: Joint, parts: readonly Condition[]): Condition {
  if (joint === 'all') return { all: [...parts] };
  if (joint === 'any') return { any: [...parts] };
  const [only] = parts;
  return { not: parts.length === 1 && only !== undefined ? only : { any: [...parts] } };
}

export const firstTest: FieldTest = { field: 'customer.kind', op: 'eq', value: 'new' };

/** The test on another field, with a comparison and a value that field can have. */
export function testOn(field: string): FieldTest {
  const [op = 'eq'] = comparisonsOf(field);
  return withComparison({ field, op }, op);
}

/** The test by another comparison; a value that still makes sense is kept. */
export function withComparison({ field, value }: FieldTest, op: Comparison): FieldTest {
  if (op === 'exists') return { field, op, value: true };
  const first = Array.isArray(value) ? value[0] : value;
  const kept = first === undefined || typeof first === 'boolean' ? firstValue(field) : first;
  return { field, op, value: op === 'in' || op === 'not_in' ? (Array.isArray(value) ? value : [kept]) : kept };
}

export function comparisonsOf(field: string): readonly Comparison[] {
  const shape = shapeOf(field);
  return shape === undefined ? ['eq'] : comparisonsFor(shape);
}

function firstValue(field: string): Scalar {
  const shape = shapeOf(field);
  if (shape?.choices?.[0] !== undefined) return shape.choices[0];
  if (shape?.kind === 'amount') return 10_000;
  if (shape?.kind === 'integer') return 1;
  if (shape?.kind === 'country') return 'FR';
  if (shape?.kind === 'currency') return 'EUR';
  return '';
}
