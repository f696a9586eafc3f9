import type { Measure } from '../plan/plan.ts';

/**
 * The volume an enrollment reached in a period. Revenue is counted in one currency; the other measures have none (`*`).
 * `v|<enrollment>|<measure>|<currency or *>|<period>`
 */
export function volumeKey(enrollmentId: string, measure: Measure, currency: string, periodKey: string): string {
  const last = lastKeys.get(enrollmentId);
  if (last?.measure === measure && last.currency === currency && last.periodKey === periodKey) return last.key;
  const key = `v|${enrollmentId}|${measure}|${measure === 'revenue' ? currency : '*'}|${periodKey}`;
  if (lastKeys.size >= mostLastKeys) lastKeys.clear();
  lastKeys.set(enrollmentId, { measure, currency, periodKey, key });
  return key;
}

/** The last key by enrollment: a run asks for the same few again and again, and spelling one costs more than finding it. */
const lastKeys = new Map<string, VolumeName & { readonly key: string }>();
const mostLastKeys = 10_000;

interface VolumeName {
  readonly measure: Measure;
  readonly currency: string;
  readonly periodKey: string;
}

/** Whom a cap is counted for: one enrollment, one customer of one enrollment, or a whole program. */
export type CapOwner =
  | { readonly scope: 'partner'; readonly enrollmentId: string }
  | { readonly scope: 'customer'; readonly enrollmentId: string; readonly customerId: string }
  | { readonly scope: 'program'; readonly programId: string };

/**
 * What was earned in a period against a cap, in the plan's currency. It does not name the cap's limit or place, so a new plan
 * version with another limit goes on counting where the earlier one stopped.
 * `c|<scope>|<ids>|<currency>|<rule or *>|<period>`
 */
export function capKey(owner: CapOwner, currency: string, ruleId: string | null, periodKey: string): string {
  return `c|${owner.scope}|${ownerText(owner)}|${currency}|${ruleId ?? '*'}|${periodKey}`;
}

function ownerText(owner: CapOwner): string {
  if (owner.scope === 'program') return owner.programId;
  return owner.scope === 'partner' ? owner.enrollmentId : `${owner.enrollmentId}/${owner.customerId}`;
}

/**
 * The base a retroactive rule was paid on in a period, and what it earned on it (before caps). `termsKey` is the rule's id and
 * the fingerprint of its steps: a version with other steps starts from zero, so it never re-prices what was earned.
 * `b|…` and `e|<enrollment>|<rule~fingerprint>|<currency>|<period>`
 */
export function retroactiveBaseKey(enrollmentId: string, termsKey: string, currency: string, periodKey: string): string {
  return `b|${enrollmentId}|${termsKey}|${currency}|${periodKey}`;
}

/** See `retroactiveBaseKey`. */
export function retroactiveEarnedKey(enrollmentId: string, termsKey: string, currency: string, periodKey: string): string {
  return `e|${enrollmentId}|${termsKey}|${currency}|${periodKey}`;
}

/** 1 once the objective of a rule was paid to an enrollment in a period. `m|<enrollment>|<rule>|<period>` */
export function milestoneKey(enrollmentId: string, ruleId: string, periodKey: string): string {
  return `m|${enrollmentId}|${ruleId}|${periodKey}`;
}
