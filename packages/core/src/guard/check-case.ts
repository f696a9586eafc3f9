import type { LocalDate } from '../time/index.ts';
import { holds } from './condition.ts';
import { dayOf, type Case } from './days.ts';
import type { GuardRule, GuardSet, GuardText, Severity } from './guard-set.ts';

export const findingStates = ['respected', 'broken', 'unknown', 'not_concerned'] as const;
export type FindingState = (typeof findingStates)[number];

export interface Finding {
  readonly code: string;
  readonly topic: GuardText;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly rule: GuardText;
  readonly advice: GuardText;
  readonly source: string;
  /** Questions without whose answer nothing can be said; only where it is unknown. */
  readonly missing: readonly string[];
  /** Days that follow, as far as they can be known. */
  readonly days: readonly { readonly key: string; readonly label: GuardText; readonly on: LocalDate }[];
}

const order: Readonly<Record<FindingState, number>> = { broken: 0, unknown: 1, respected: 2, not_concerned: 3 };
const weight: Readonly<Record<Severity, number>> = { stop: 0, warn: 1, inform: 2 };

/** One finding for each rule that holds on the day of the check: what is broken first, the most severe before the rest. */
export function checkCase(set: GuardSet, of: Case): Finding[] {
  return set.rules
    .filter(({ validFrom, validTo }) => validFrom <= of.today && (validTo === null || of.today <= validTo))
    .map((rule) => findingOf(rule, of))
    .toSorted((a, b) => order[a.state] - order[b.state] || weight[a.severity] - weight[b.severity]);
}

function findingOf(rule: GuardRule, of: Case): Finding {
  const { code, topic, severity, advice, source } = rule;
  const finding = { code, topic, severity, rule: rule.rule, advice, source };
  const concerned = holds(rule.concerns, of);
  if (concerned === false) return { ...finding, state: 'not_concerned', missing: [], days: [] };
  if (concerned !== true) return { ...finding, state: 'unknown', missing: concerned, days: [] };
  const days = rule.days.flatMap(({ key, label, on }) => {
    const day = dayOf(on, of);
    return typeof day === 'string' ? [{ key, label, on: day }] : [];
  });
  const respected = holds(rule.asks, of);
  if (typeof respected !== 'boolean') return { ...finding, state: 'unknown', missing: respected, days };
  return { ...finding, state: respected ? 'respected' : 'broken', missing: [], days };
}
