import type { LocalDate } from '../time/index.ts';
import { dayOf, type Case } from './days.ts';
import type { Answer, Condition } from './guard-set.ts';

/** True, false, or the questions that would have to be answered. */
export type Verdict = boolean | readonly string[];

/** Whether a condition holds in a case. What can be decided without an answer is. */
export function holds(condition: Condition, of: Case): Verdict {
  if ('all' in condition) return atLeast(condition.all.length, condition.all, of);
  if ('any' in condition) return atLeast(1, condition.any, of);
  if ('of' in condition) return atLeast(condition.atLeast, condition.of, of);
  if ('not' in condition) {
    const inner = holds(condition.not, of);
    return typeof inner === 'boolean' ? !inner : inner;
  }
  if ('notAfter' in condition) return inOrder(dayOf(condition.day, of), dayOf(condition.notAfter, of));
  if ('number' in condition) {
    const value = known(of, condition.number);
    if (typeof value !== 'number') return [condition.number];
    return value >= (condition.min ?? -Infinity) && value <= (condition.max ?? Infinity);
  }
  const value = known(of, condition.is);
  return value === null ? [condition.is] : condition.oneOf.includes(value);
}

function known({ answers }: Case, key: string): Answer | null {
  return Object.hasOwn(answers, key) ? (answers[key] ?? null) : null;
}

function atLeast(count: number, conditions: readonly Condition[], of: Case): Verdict {
  let isTrue = 0;
  let open = 0;
  const missing = new Set<string>();
  for (const one of conditions) {
    const verdict = holds(one, of);
    if (verdict === true) isTrue += 1;
    else if (verdict !== false) {
      open += 1;
      for (const key of verdict) missing.add(key);
    }
  }
  if (isTrue >= count) return true;
  return isTrue + open < count ? false : [...missing];
}

function inOrder(first: LocalDate | readonly string[], second: LocalDate | readonly string[]): Verdict {
  if (typeof first === 'string' && typeof second === 'string') return first <= second;
  return [...new Set([first, second].flatMap((day) => (typeof day === 'string' ? [] : day)))];
}
