import { compareRates, isCurrency, isUnit, parseRate, rate, ZERO_RATE, type Rate } from '../money/index.ts';
import { nearestName } from './nearest-name.ts';
import { problem, type PlanProblem } from './plan-problem.ts';

const HIGHEST_RATE = rate(10n, 1n);

/** A rate from 0 to 1000 %, or the problem with its text. */
export function readRate(text: string, path: string): Rate | PlanProblem {
  const read = parseRate(text);
  if (read === null) return problem(path, 'unreadable_rate', text, '12.5%');
  const isInside = compareRates(read, ZERO_RATE) >= 0 && compareRates(read, HIGHEST_RATE) <= 0;
  return isInside ? read : problem(path, 'rate_out_of_range', text, '12.5%');
}

export function isProblem(value: Rate | PlanProblem): value is PlanProblem {
  return 'code' in value;
}

export function checkRate(text: string, path: string): PlanProblem[] {
  const read = readRate(text, path);
  return isProblem(read) ? [read] : [];
}

/** Whole minor units, zero or more. */
export function checkAmount(amount: number, path: string): PlanProblem[] {
  return Number.isSafeInteger(amount) && amount >= 0 ? [] : [problem(path, 'bad_amount', String(amount), 5000)];
}

/** A whole number of at least 1. */
export function checkCount(value: number, path: string): PlanProblem[] {
  return Number.isSafeInteger(value) && value >= 1 ? [] : [problem(path, 'bad_number', String(value), 12)];
}

export function checkDays(days: number, path: string, least: number, most: number): PlanProblem[] {
  const isInside = Number.isSafeInteger(days) && days >= least && days <= most;
  return isInside ? [] : [problem(path, 'days_out_of_range', `${least}–${most}`, Math.min(most, 30))];
}

export function checkChoice(value: string, path: string, choices: readonly string[]): PlanProblem[] {
  if (choices.includes(value)) return [];
  return [problem(path, 'unknown_choice', value, nearestName(value, choices) ?? choices[0])];
}

export function checkUnit(unit: string | undefined, path: string): PlanProblem[] {
  if (unit === undefined || (isUnit(unit) && !isCurrency(unit))) return [];
  return [problem(path, 'unknown_unit', unit, 'points')];
}
