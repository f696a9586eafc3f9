import type { Credit } from '../attribution/credit.ts';
import { allocateByRates, parseRate, type Rate, ONE_RATE } from '../money/index.ts';
import { compiled, type CompiledPlan } from '../plan/index.ts';
import { computeRewards, uplineShare, type CreditedLine, type RewardContext, type RewardLine } from '../reward/index.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { addDays, startOfDayAt } from '../time/index.ts';
import { blockBits, noBlocks } from './blocks.ts';
import type { Fact, OrderLine } from './fact.ts';
import type { Commission, RuleVerdict, UnpaidReason } from './outcome.ts';
import { asksForReviews, earnedTotals, needsReview } from './review-need.ts';
import { paymentOf, type CountingState, type CustomerRecord } from './state.ts';
import { defaultVersionAt, planVersionAt, valueAt, type EnrollmentTerms, type PlanVersionTerms, type Terms } from './terms.ts';

export type EarningEvent = RewardContext['event'];

export interface Earned {
  readonly commissions: readonly Commission[];
  /** By credit: the plan version it was computed under, null when none was in force. */
  readonly versionIds: readonly (string | null)[];
  readonly verdicts: readonly RuleVerdict[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly unpaid: UnpaidReason | null;
}

interface Earning {
  readonly fact: Fact;
  readonly terms: Terms;
  readonly state: CountingState;
  readonly event: EarningEvent;
  readonly credits: readonly Credit[];
  readonly customer: CustomerRecord;
  readonly trace: boolean;
}

/** The plans, by version, of which some commissions must be approved. Few have any. */
type Reviewing = ReadonlyMap<string, PlanDocument>;

const nothingReviewed: Reviewing = new Map();

/** What the credited partners earn by their plans, and their uplines; counters move as it goes, in the order of the credits. */
export function earn(earning: Earning): Earned {
  const { credits } = earning;
  const shares = credits.map((credit) => parseShare(credit.share));
  const split = splitLines(earning.fact, shares);
  const commissions: Commission[] = [];
  const verdicts: RuleVerdict[] = [];
  const versionIds: (string | null)[] = [];
  let reviewing = nothingReviewed;
  let inputs: Readonly<Record<string, string>> = {};
  let unpaid: UnpaidReason | null = null;
  for (const [index, credit] of credits.entries()) {
    const one = earnOne(earning, credit, shares[index] ?? ONE_RATE, split[index] ?? [], commissions);
    if (one.reviewed !== null) reviewing = new Map([...reviewing, [one.reviewed.id, one.reviewed.document]]);
    versionIds.push(one.versionId);
    // What paid is told by its commission.
    for (const verdict of one.verdicts) if (verdict.verdict !== 'paid') verdicts.push(verdict);
    inputs = credits.length === 1 ? one.inputs : { ...inputs, ...named(credit.enrollmentId, one.inputs) };
    unpaid ??= one.unpaid;
  }
  const nothingEarned = commissions.length === 0;
  return { commissions: reviewed(commissions, reviewing), versionIds, verdicts, inputs, unpaid: nothingEarned ? unpaid : null };
}

/** Blocks those that a plan wants approved first. */
function reviewed(commissions: readonly Commission[], reviewing: Reviewing): readonly Commission[] {
  if (reviewing.size === 0) return commissions;
  const totals = new Map([...reviewing.values()].map(({ currency }) => [currency, earnedTotals(commissions, currency)]));
  return commissions.map((commission) => {
    const plan = reviewing.get(commission.planVersionId);
    const total = totals.get(plan?.currency ?? '')?.get(commission.enrollmentId) ?? 0n;
    const waits = plan !== undefined && needsReview(plan, commission.currency, total);
    return waits ? { ...commission, blocks: blockBits.review } : commission;
  });
}

function named(prefix: string, inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`${prefix}.${name}`, value]));
}

type EarnedByOne = Pick<Earned, 'verdicts' | 'inputs' | 'unpaid'> & {
  readonly versionId: string | null;
  /** The version, when it wants commissions approved. */
  readonly reviewed: PlanVersionTerms | null;
};

const outsidePlans: EarnedByOne = { versionId: null, reviewed: null, verdicts: [], inputs: {}, unpaid: 'no_plan_in_force' };

/** Adds the commissions of one credit to those of the fact. */
function earnOne(
  earning: Earning,
  credit: Credit,
  share: Rate,
  lines: readonly CreditedLine[],
  commissions: Commission[],
): EarnedByOne {
  const { fact, terms, state, customer } = earning;
  const enrollment = terms.enrollments.get(credit.enrollmentId);
  const version = enrollment === undefined ? undefined : versionFor(enrollment, customer, fact, terms);
  if (enrollment === undefined || version === undefined) return outsidePlans;
  const plan = compiled(version.document);
  const outcome = computeRewards(plan, contextOf(earning, enrollment, credit, share, lines), earning);
  for (const { key, delta } of outcome.counters) state.addToCounter(key, delta);
  const { verdicts, inputs, unpaid } = outcome;
  if (outcome.rewards.length > 0) {
    addCommissions(commissions, outcome.rewards, fact, enrollment, version, terms);
    if (plan.upline.size > 0) addUplineShares(commissions, outcome.rewards.length, plan, enrollment, fact, terms);
  }
  const asking = asksForReviews(version.document) ? version : null;
  return { versionId: version.id, reviewed: asking, verdicts, inputs, unpaid };
}

function addCommissions(
  commissions: Commission[],
  rewards: readonly RewardLine[],
  fact: Fact,
  enrollment: EnrollmentTerms,
  version: PlanVersionTerms,
  terms: Terms,
): void {
  const { zone } = terms;
  const payableAt = startOfDayAt(addDays(fact.occurredAt, version.document.holdDays, zone), zone);
  for (const { clause, ruleId, lineId, currency, base, amount, arithmetic, cap } of rewards) {
    commissions.push({
      factSeq: fact.seq,
      number: commissions.length,
      enrollmentId: enrollment.id,
      partnerId: enrollment.partnerId,
      programId: enrollment.programId,
      planVersionId: version.id,
      clause,
      ruleId,
      lineId,
      currency,
      base,
      amount,
      arithmetic,
      cap,
      occurredAt: fact.occurredAt,
      payableAt,
      blocks: noBlocks,
    });
  }
}

/** Existing customers stay under the version they first bought under when the newer version says they keep their terms. */
function versionFor(
  enrollment: EnrollmentTerms,
  customer: CustomerRecord,
  fact: Fact,
  terms: Terms,
): PlanVersionTerms | undefined {
  const program = terms.programs.get(enrollment.programId);
  if (program === undefined) return undefined;
  const { occurredAt, recordedAt } = fact;
  const ownPlanId = valueAt(enrollment.planIds, occurredAt, recordedAt) ?? null;
  const current =
    ownPlanId === null
      ? defaultVersionAt(program, occurredAt, recordedAt)
      : planVersionAt(program, ownPlanId, occurredAt, recordedAt);
  const first = paymentOf(customer, enrollment.id);
  if (current === undefined || first === undefined || current.document.existingCustomers === 'move') return current;
  if (first.planVersionId === current.id) return current;
  for (const versions of program.plans.values()) {
    const kept = versions.find((version) => version.id === first.planVersionId);
    if (kept !== undefined) return kept;
  }
  return current;
}

/** Adds what the partners above earn on each of the last `count` commissions. */
function addUplineShares(
  commissions: Commission[],
  count: number,
  plan: CompiledPlan,
  from: EnrollmentTerms,
  fact: Fact,
  terms: Terms,
): void {
  for (const commission of commissions.slice(-count)) {
    if (commission.arithmetic.kind === 'milestone') continue;
    let below = from;
    for (let level = 1; level <= plan.upline.size; level += 1) {
      const above = below.uplineEnrollmentId === null ? undefined : terms.enrollments.get(below.uplineEnrollmentId);
      if (above === undefined) break;
      below = above;
      if (valueAt(above.states, fact.occurredAt, fact.recordedAt) !== 'active') continue;
      const share = uplineShare(plan, { level, commissionAmount: commission.amount, base: commission.base });
      if (share === null || share.amount <= 0n) continue;
      commissions.push({
        ...commission,
        ...share,
        number: commissions.length,
        enrollmentId: above.id,
        partnerId: above.partnerId,
        programId: above.programId,
        clause: `${commission.clause}.${level}`,
        cap: null,
      });
    }
  }
}

function contextOf(
  earning: Earning,
  enrollment: EnrollmentTerms,
  credit: Credit,
  share: Rate,
  lines: readonly CreditedLine[],
): RewardContext {
  const { fact, terms, state, event, customer } = earning;
  const { body } = fact;
  const partner = valueAt(enrollment.partner, fact.occurredAt, fact.recordedAt);
  const payment = paymentOf(customer, enrollment.id);
  const isSale = event === 'sale';
  const touch = credit.touchpointId === null ? undefined : customer.touches.findLast(({ id }) => id === credit.touchpointId);
  return {
    event,
    at: fact.occurredAt,
    zone: terms.zone,
    currency: fact.currency ?? terms.currency,
    orderNet: fact.amount ?? 0n,
    lines,
    share,
    coupon: body.coupon ?? null,
    billing: body.billing ?? null,
    metadata: body.metadata ?? noMetadata,
    customer: {
      id: fact.customerId,
      country: body.country ?? null,
      kind: isSale ? kindOf(customer, fact) : null,
      orderNumber: isSale ? customer.orders + 1 : null,
      firstOrderAt: customer.firstOrderAt,
      payments: payment?.count ?? 0,
      firstPaymentAt: payment?.firstAt ?? null,
    },
    partner: {
      id: enrollment.partnerId,
      enrollmentId: enrollment.id,
      programId: enrollment.programId,
      kind: partner?.kind ?? 'affiliate',
      country: partner?.country ?? null,
      attributes: partner?.attributes ?? noMetadata,
      certificates: heldCertificates(enrollment, fact),
    },
    touch: { via: credit.via, subId: touch?.subId ?? body.subId ?? null },
    counter: (key) => state.counter(key),
  };
}

function kindOf(customer: CustomerRecord, fact: Fact): 'new' | 'returning' | 'renewal' {
  const { billing } = fact.body;
  if (billing?.kind === 'subscription' && (billing.sequence ?? 1) > 1) return 'renewal';
  return customer.orders === 0 ? 'new' : 'returning';
}

function heldCertificates(enrollment: EnrollmentTerms, fact: Fact): readonly string[] {
  if (enrollment.certificates.length === 0) return noCertificates;
  return enrollment.certificates
    .filter(
      ({ from, to, recordedAt }) =>
        recordedAt <= fact.recordedAt && from <= fact.occurredAt && (to === null || fact.occurredAt < to),
    )
    .map(({ code }) => code);
}

const noMetadata: Readonly<Record<string, string | number | boolean>> = {};
const noCertificates: readonly string[] = [];

/** Each line's net is split over the credits so that the parts sum to it exactly. */
function splitLines(fact: Fact, shares: readonly Rate[]): (readonly CreditedLine[])[] {
  const lines = wholeLines(fact);
  if (shares.length === 1) return [lines];
  const parts = lines.map(({ net }) => allocateByRates(net, shares));
  return shares.map((_, credit) => lines.map(({ line, net }, index) => ({ line, net, credited: parts[index]?.[credit] ?? 0n })));
}

function wholeLines(fact: Fact): CreditedLine[] {
  const { lines } = fact.body;
  if (lines !== undefined && lines.length > 0) return lines.map((line) => wholeLine(line, BigInt(line.net)));
  if (fact.amount === null) return [];
  return [wholeLine({ id: 'order', quantity: 1, net: Number(fact.amount) }, fact.amount)];
}

function wholeLine(line: OrderLine, net: bigint): CreditedLine {
  return { line, net, credited: net };
}

function parseShare(share: string): Rate {
  if (share === '1/1') return ONE_RATE;
  const parsed = parseRate(share);
  if (parsed === null) throw new Error(`credit share ${share} is not a rate`);
  return parsed;
}
