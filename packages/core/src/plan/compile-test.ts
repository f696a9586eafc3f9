import { fieldReader, type ConditionScope, type FieldValue } from './field-reader.ts';
import type { Comparison, FieldTest, Scalar } from './plan.ts';
import { negate, type Truth } from './truth.ts';

export type TruthTest = (scope: ConditionScope) => Truth;

/** One comparison of one field. Missing data and mismatched types are unknown, except to `exists` and `holds`. */
export function compileTest({ field, op, value }: FieldTest): TruthTest {
  if (field === 'partner.certificate') return certificateTest(op, value);
  const read = fieldReader(field);
  if (op === 'exists') {
    const wanted = value !== false;
    return (scope) => (read(scope) !== undefined) === wanted;
  }
  const compare = comparison(op, value);
  return (scope) => {
    const actual = read(scope);
    return actual === undefined ? null : compare(actual);
  };
}

function certificateTest(op: Comparison, value: FieldTest['value']): TruthTest {
  if (op === 'exists') {
    const wanted = value !== false;
    return ({ context }) => context.partner.certificates.length > 0 === wanted;
  }
  if (op !== 'holds' || typeof value !== 'string') throw new Error(`certificates cannot be tested with ${op}`);
  return ({ context }) => context.partner.certificates.includes(value);
}

type Compare = (actual: FieldValue) => Truth;

function comparison(op: Comparison, value: FieldTest['value']): Compare {
  if (op === 'exists' || op === 'holds') throw new Error(`${op} is not a comparison of a value`);
  return compareBuilders[op](value);
}

const compareBuilders: Readonly<Record<Exclude<Comparison, 'exists' | 'holds'>, (value: FieldTest['value']) => Compare>> = {
  eq: (value) => equalTo(scalar(value)),
  ne: (value) => opposite(equalTo(scalar(value))),
  in: (value) => oneOf(list(value)),
  not_in: (value) => opposite(oneOf(list(value))),
  lt: (value) => numeric('lt', scalar(value)),
  lte: (value) => numeric('lte', scalar(value)),
  gt: (value) => numeric('gt', scalar(value)),
  gte: (value) => numeric('gte', scalar(value)),
  multiple_of: (value) => numeric('multiple_of', scalar(value)),
  starts_with: (value) => textual('starts_with', scalar(value)),
  ends_with: (value) => textual('ends_with', scalar(value)),
  contains: (value) => textual('contains', scalar(value)),
  not_contains: (value) => opposite(textual('contains', scalar(value))),
};

function opposite(compare: Compare): Compare {
  return (actual) => negate(compare(actual));
}

function equalTo(expected: Scalar): Compare {
  if (typeof expected !== 'number') return (actual) => (typeof actual === typeof expected ? actual === expected : null);
  const exact = BigInt(expected);
  return (actual) => {
    if (typeof actual === 'bigint') return actual === exact;
    return typeof actual === 'number' ? actual === expected : null;
  };
}

function oneOf(expected: readonly Scalar[]): Compare {
  const compares = expected.map(equalTo);
  return (actual) => {
    let result: Truth = null;
    for (const compare of compares) {
      const truth = compare(actual);
      if (truth === true) return true;
      if (truth === false) result = false;
    }
    return result;
  };
}

function numeric(op: 'lt' | 'lte' | 'gt' | 'gte' | 'multiple_of', expected: Scalar): Compare {
  if (typeof expected !== 'number') throw new Error(`${op} needs a number`);
  const decide = numericDecisions[op];
  return (actual) => (typeof actual === 'number' || typeof actual === 'bigint' ? decide(actual, expected) : null);
}

const numericDecisions = {
  lt: (actual: number | bigint, expected: number) => actual < expected,
  lte: (actual: number | bigint, expected: number) => actual <= expected,
  gt: (actual: number | bigint, expected: number) => actual > expected,
  gte: (actual: number | bigint, expected: number) => actual >= expected,
  multiple_of: (actual: number | bigint, expected: number) =>
    typeof actual === 'bigint' ? actual % BigInt(expected) === 0n : actual % expected === 0,
};

function textual(op: 'starts_with' | 'ends_with' | 'contains', expected: Scalar): Compare {
  if (typeof expected !== 'string') throw new Error(`${op} needs text`);
  const decide = textualDecisions[op];
  return (actual) => (typeof actual === 'string' ? decide(actual, expected) : null);
}

const textualDecisions = {
  starts_with: (actual: string, expected: string) => actual.startsWith(expected),
  ends_with: (actual: string, expected: string) => actual.endsWith(expected),
  contains: (actual: string, expected: string) => actual.includes(expected),
};

function scalar(value: FieldTest['value']): Scalar {
  if (value === undefined || Array.isArray(value)) throw new Error('a comparison needs one value');
  return value;
}

function list(value: FieldTest['value']): readonly Scalar[] {
  if (!Array.isArray(value)) throw new Error('in and not_in need a list');
  return value;
}
