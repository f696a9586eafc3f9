import type { Condition, DayOf, GuardRule } from './guard-set.ts';

/** The questions a rule looks at. */
export function questionsOf({ concerns, asks, days }: Pick<GuardRule, 'concerns' | 'asks' | 'days'>): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const condition of [concerns, asks]) collect(condition, keys);
  for (const { on } of days) collectDay(on, keys);
  return keys;
}

function collect(condition: Condition, keys: Set<string>): void {
  if ('all' in condition) for (const one of condition.all) collect(one, keys);
  else if ('any' in condition) for (const one of condition.any) collect(one, keys);
  else if ('of' in condition) for (const one of condition.of) collect(one, keys);
  else if ('not' in condition) collect(condition.not, keys);
  else if ('number' in condition) keys.add(condition.number);
  else if ('is' in condition) keys.add(condition.is);
  else for (const day of [condition.day, condition.notAfter]) collectDay(day, keys);
}

function collectDay(day: DayOf, keys: Set<string>): void {
  if ('answer' in day) keys.add(day.answer);
  else if ('after' in day) collectDay(day.after, keys);
  else if ('quarterCommission' in day) collectDay(day.quarterCommission, keys);
  else if ('payment' in day) collectDay(day.payment, keys);
  else if ('noticeFrom' in day) for (const one of [day.noticeFrom, day.startsOn]) collectDay(one, keys);
}
