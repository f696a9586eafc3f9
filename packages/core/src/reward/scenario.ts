import { rate } from '../money/index.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { PlanDocument, RewardRule } from '../plan/plan.ts';
import { computeRewards } from './compute-rewards.ts';
import type { CreditedLine, RewardContext, RewardOutcome } from './reward.ts';

// Builders for tests: one partner (enr_a, prt_a) credited with events of November 2026 in Paris, under a plan in euros.

export const NOON: number = 1_795_518_000_000; // 2026-11-24T11:00:00Z

/** A valid plan in euros with these rules; `sum` unless told, so that rules do not hide one another. */
export function planOf(rules: readonly RewardRule[], changes: Partial<PlanDocument> = {}): PlanDocument {
  return {
    currency: 'EUR',
    attribution: { model: { kind: 'last' }, windowDays: 30, coupon: 'wins', lifetime: 'none', selfReferral: 'reject' },
    combination: 'sum',
    rules: [...rules],
    holdDays: 30,
    existingCustomers: 'keep',
    noticeDays: 30,
    ...changes,
  };
}

export function percentRule(id: string, text: string, changes: Partial<RewardRule> = {}): RewardRule {
  return { id, on: 'sale', reward: { kind: 'percent', rate: text }, ...changes };
}

export function fixedRule(id: string, amount: number, changes: Partial<RewardRule> = {}): RewardRule {
  return { id, on: 'sale', reward: { kind: 'fixed', amount }, ...changes };
}

/** A line whose whole net is credited, unless `credited` says less. */
export function lineOf(net: number, changes: Partial<CreditedLine['line']> & { credited?: number } = {}): CreditedLine {
  const { credited = net, ...line } = changes;
  return { line: { id: `line-${net}`, quantity: 1, net, ...line }, net: BigInt(net), credited: BigInt(credited) };
}

export type ContextChanges = Partial<Omit<RewardContext, 'customer' | 'partner'>> & {
  readonly customer?: Partial<RewardContext['customer']>;
  readonly partner?: Partial<RewardContext['partner']>;
};

/** A first sale of one line of 100.00 EUR, credited in full; counters stand at zero. */
export function saleOf(lines: readonly CreditedLine[] = [lineOf(10_000)], changes: ContextChanges = {}): RewardContext {
  const { customer, partner, ...rest } = changes;
  return {
    event: 'sale',
    at: NOON,
    zone: 'Europe/Paris',
    currency: 'EUR',
    orderNet: lines.reduce((sum, { net }) => sum + net, 0n),
    lines,
    share: rate(1n, 1n),
    coupon: null,
    billing: null,
    metadata: {},
    touch: { via: 'click', subId: null },
    counter: () => 0n,
    ...rest,
    customer: {
      id: 'cus_a',
      country: null,
      kind: 'new',
      orderNumber: 1,
      firstOrderAt: null,
      payments: 0,
      firstPaymentAt: null,
      ...customer,
    },
    partner: {
      id: 'prt_a',
      enrollmentId: 'enr_a',
      programId: 'prg_a',
      kind: 'affiliate',
      country: 'FR',
      attributes: {},
      certificates: [],
      ...partner,
    },
  };
}

/** An event without lines: a click, a lead, a qualified lead, a referral. */
export function eventOf(event: RewardContext['event'], changes: ContextChanges = {}): RewardContext {
  return saleOf([], { event, ...changes });
}

export function explain(document: PlanDocument, context: RewardContext): RewardOutcome {
  return computeRewards(compilePlan(document), context, { trace: true });
}

/** "rule line amount currency" of each reward. */
export function paid({ rewards }: RewardOutcome): string[] {
  return rewards.map(({ ruleId, lineId, amount, currency }) => `${ruleId} ${lineId ?? 'order'} ${amount} ${currency}`);
}

/** The verdict of each rule by id. */
export function verdicts(outcome: RewardOutcome): Record<string, string> {
  return Object.fromEntries(outcome.verdicts.map(({ ruleId, verdict }) => [ruleId, verdict]));
}

/** Counters that start at zero and keep what outcomes add to them. */
export class Counters {
  readonly #values = new Map<string, bigint>();

  readonly read = (key: string): bigint => this.#values.get(key) ?? 0n;

  add({ counters }: Pick<RewardOutcome, 'counters'>): void {
    for (const { key, delta } of counters) this.#values.set(key, this.read(key) + delta);
  }

  get keys(): string[] {
    return [...this.#values.keys()];
  }
}

/** Computes events one after the other under one plan, each seeing the counters the earlier ones left. */
export function inOrder(document: PlanDocument, contexts: readonly RewardContext[], counters = new Counters()): RewardOutcome[] {
  const plan = compilePlan(document);
  return contexts.map((context) => {
    const outcome = computeRewards(plan, { ...context, counter: counters.read }, { trace: true });
    counters.add(outcome);
    return outcome;
  });
}
