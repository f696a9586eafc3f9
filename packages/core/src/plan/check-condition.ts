import { isCurrency } from '../money/index.ts';
import { comparisons, comparisonsFor, shapeOf, type FieldShape } from './condition-field.ts';
import { nearestName } from './nearest-name.ts';
import { problem, type PlanProblem } from './plan-problem.ts';
import { conditionFields, type Condition, type FieldTest, type Scalar } from './plan.ts';

const DEEPEST = 8;

/** The faults of a condition; `depth` counts the groups around it. */
export function checkCondition(condition: Condition, path: string, depth = 1): PlanProblem[] {
  if (depth > DEEPEST) return [problem(path, 'condition_too_deep', String(DEEPEST))];
  if ('all' in condition) return checkGroup(condition.all, `${path}/all`, depth);
  if ('any' in condition) return checkGroup(condition.any, `${path}/any`, depth);
  if ('not' in condition) return checkCondition(condition.not, `${path}/not`, depth + 1);
  if ('field' in condition) return checkFieldTest(condition, path);
  return [problem(path, 'condition_unreadable', '', { field: 'customer.kind', op: 'eq', value: 'new' })];
}

function checkGroup(parts: readonly Condition[], path: string, depth: number): PlanProblem[] {
  if (parts.length === 0) return [problem(path, 'condition_empty')];
  return parts.flatMap((part, index) => checkCondition(part, `${path}/${index}`, depth + 1));
}

function checkFieldTest({ field, op, value }: FieldTest, path: string): PlanProblem[] {
  const shape = shapeOf(field);
  const problems: PlanProblem[] = [];
  if (shape === undefined) {
    problems.push(problem(`${path}/field`, 'unknown_field', field, nearestName(field, conditionFields) ?? 'customer.kind'));
  }
  if (!comparisons.includes(op)) {
    problems.push(problem(`${path}/op`, 'unknown_comparison', op, nearestName(op, comparisons) ?? 'eq'));
  }
  if (shape === undefined || problems.length > 0) return problems;
  const suitable = comparisonsFor(shape);
  if (!suitable.includes(op)) return [problem(`${path}/op`, 'comparison_not_for_field', op, suitable[0])];
  return checkOperand(op, value, shape, `${path}/value`);
}

function checkOperand(op: FieldTest['op'], value: FieldTest['value'], shape: FieldShape, path: string): PlanProblem[] {
  if (op === 'exists') {
    return value === undefined || typeof value === 'boolean' ? [] : [problem(path, 'value_type', 'true, false', true)];
  }
  if (op === 'in' || op === 'not_in') {
    if (!Array.isArray(value) || value.length === 0) return [problem(path, 'list_expected', op, [exampleFor(shape)])];
    return value.flatMap((item, index) => checkScalar(item, shape, `${path}/${index}`));
  }
  if (value === undefined || Array.isArray(value)) return [problem(path, 'value_expected', op, exampleFor(shape))];
  if (op === 'multiple_of') return isWhole(value) && value >= 1 ? [] : [problem(path, 'value_type', '1, 2, 3…', 3)];
  if (op === 'lt' || op === 'lte' || op === 'gt' || op === 'gte')
    return isWhole(value) ? [] : [problem(path, 'value_type', '0, 1, 2…', 10)];
  if (op === 'eq' || op === 'ne') return checkScalar(value, shape, path);
  return typeof value === 'string' && value !== '' ? [] : [problem(path, 'value_type', '"…"', 'abc')];
}

function checkScalar(value: Scalar, shape: FieldShape, path: string): PlanProblem[] {
  const { kind } = shape;
  if (kind === 'choice') return isOneOf(value, shape.choices ?? [], path);
  if (kind === 'amount' || kind === 'integer') return isWhole(value) ? [] : [problem(path, 'value_type', '0, 1, 2…', 10)];
  if (kind === 'open') return typeof value !== 'number' || isWhole(value) ? [] : [problem(path, 'value_type', '0, 1, 2…', 10)];
  if (typeof value !== 'string') return [problem(path, 'value_type', '"…"', exampleFor(shape))];
  if (kind === 'country') return /^[A-Z]{2}$/.test(value) ? [] : [problem(path, 'value_type', 'ISO 3166-1 (FR, DE…)', 'FR')];
  if (kind === 'currency') return isCurrency(value) ? [] : [problem(path, 'unknown_currency', value, 'EUR')];
  return [];
}

function isOneOf(value: Scalar, choices: readonly string[], path: string): PlanProblem[] {
  if (typeof value === 'string' && choices.includes(value)) return [];
  return [problem(path, 'unknown_value', String(value), nearestName(String(value), choices) ?? choices[0])];
}

function exampleFor(shape: FieldShape): Scalar {
  if (shape.choices?.[0] !== undefined) return shape.choices[0];
  const examples = {
    amount: 10_000,
    integer: 3,
    country: 'FR',
    currency: 'EUR',
    name: 'abc',
    choice: 'abc',
    certificates: 'abc',
    open: 'abc',
  };
  return examples[shape.kind];
}

function isWhole(value: Scalar): value is number {
  return Number.isSafeInteger(value);
}
