import type { Credit } from '../attribution/credit.ts';
import { allocateByRates, parseRate, type Rate, ONE_RATE } from '../money/index.ts';
import { compiled, type CompiledPlan } from '../plan/index.ts';
import { computeRewards, uplineShare, type CreditedLine, type RewardContext, type RewardLine } from '../reward/index.ts';
import type { PlanDocument } from '../plan/plan.ts';
import { addDays, type Instant, localDateOf, startOfDay } from '../time/index.ts';
import type { Fact, OrderLine } from './fact.ts';
import type { RuleVerdict, UnpaidReason } from './outcome.ts';
import { asksForReviews, earnedTotals, needsReview } from './review-need.ts';
import { paymentOf, type CountingState, type CustomerRecord } from './state.ts';
import { planVersionAt, valueAt, type EnrollmentTerms, type PlanVersionTerms, type Terms } from './terms.ts';

export type EarningEvent = RewardContext['event'];

/** A reward with who earned it, under which version, and when it becomes payable. */
export interface EarnedLine {
  readonly reward: RewardLine;
  readonly enrollmentId: string;
  readonly partnerId: string;
  readonly planVersionId: string;
  readonly payableAt: Instant;
  readonly needsReview: boolean;
}

export interface Earned {
  readonly lines: readonly EarnedLine[];
  /** By enrollment: the plan version it was computed under. */
  readonly versions: ReadonlyMap<string, string>;
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

/** The plans, by version, of which some commissions must be approved. */
type Reviewing = Map<string, PlanDocument>;

/** What the credited partners earn by their plans, and their uplines; counters move as it goes, in the order of the credits. */
export function earn(earning: Earning): Earned {
  const { credits } = earning;
  const shares = credits.map((credit) => parseShare(credit.share));
  const split = splitLines(earning.fact, shares);
  const lines: EarnedLine[] = [];
  const verdicts: RuleVerdict[] = [];
  const versions = new Map<string, string>();
  const reviewing: Reviewing = new Map();
  let inputs: Readonly<Record<string, string>> = {};
  let unpaid: UnpaidReason | null = null;
  for (const [index, credit] of credits.entries()) {
    const one = earnOne(earning, credit, shares[index] ?? ONE_RATE, split[index] ?? [], reviewing);
    lines.push(...one.lines);
    verdicts.push(...one.verdicts);
    for (const [enrollmentId, versionId] of one.versions) versions.set(enrollmentId, versionId);
    inputs = credits.length === 1 ? one.inputs : { ...inputs, ...named(credit.enrollmentId, one.inputs) };
    unpaid ??= one.unpaid;
  }
  return { lines: reviewed(lines, reviewing), versions, verdicts, inputs, unpaid: lines.length > 0 ? null : unpaid };
}

function reviewed(lines: readonly EarnedLine[], reviewing: Reviewing): readonly EarnedLine[] {
  if (reviewing.size === 0) return lines;
  const earned = lines.map(({ enrollmentId, reward: { currency, amount } }) => ({ enrollmentId, currency, amount }));
  const totals = new Map([...reviewing.values()].map(({ currency }) => [currency, earnedTotals(earned, currency)]));
  return lines.map((line) => {
    const plan = reviewing.get(line.planVersionId);
    const total = totals.get(plan?.currency ?? '')?.get(line.enrollmentId) ?? 0n;
    return plan !== undefined && needsReview(plan, line.reward.currency, total) ? { ...line, needsReview: true } : line;
  });
}

function named(prefix: string, inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`${prefix}.${name}`, value]));
}

function earnOne(earning: Earning, credit: Credit, share: Rate, lines: readonly CreditedLine[], reviewing: Reviewing): Earned {
  const { fact, terms, state, customer } = earning;
  const enrollment = terms.enrollments.get(credit.enrollmentId);
  const version = enrollment === undefined ? undefined : versionFor(enrollment, customer, fact, terms);
  if (enrollment === undefined || version === undefined) {
    return { lines: [], versions: new Map(), verdicts: [], inputs: {}, unpaid: 'no_plan_in_force' };
  }
  const plan = compiled(version.document);
  if (asksForReviews(version.document)) reviewing.set(version.id, version.document);
  const outcome = computeRewards(plan, contextOf(earning, enrollment, credit, share, lines), { trace: earning.trace });
  for (const { key, delta } of outcome.counters) state.addToCounter(key, delta);
  const payableAt = startOfDay(
    localDateOf(addDays(fact.occurredAt, version.document.holdDays, terms.zone), terms.zone),
    terms.zone,
  );
  const direct = outcome.rewards.map((reward): EarnedLine => ({
    reward,
    enrollmentId: enrollment.id,
    partnerId: enrollment.partnerId,
    planVersionId: version.id,
    payableAt,
    needsReview: false,
  }));
  const above = plan.upline.size === 0 ? [] : direct.flatMap((line) => uplineLines(plan, line, enrollment, fact, terms));
  return {
    lines: above.length === 0 ? direct : [...direct, ...above],
    versions: new Map([[enrollment.id, version.id]]),
    // What paid is told by its commission.
    verdicts: outcome.verdicts.filter(({ verdict }) => verdict !== 'paid'),
    inputs: outcome.inputs,
    unpaid: outcome.unpaid,
  };
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
  const planId = valueAt(enrollment.planIds, fact.occurredAt, fact.recordedAt) ?? program.planId;
  const current = planVersionAt(program, planId, fact.occurredAt, fact.recordedAt);
  const first = paymentOf(customer, enrollment.id);
  if (current === undefined || first === undefined || current.document.existingCustomers === 'move') return current;
  if (first.planVersionId === current.id) return current;
  for (const versions of program.plans.values()) {
    const kept = versions.find((version) => version.id === first.planVersionId);
    if (kept !== undefined) return kept;
  }
  return current;
}

function uplineLines(plan: CompiledPlan, line: EarnedLine, from: EnrollmentTerms, fact: Fact, terms: Terms): EarnedLine[] {
  const lines: EarnedLine[] = [];
  if (line.reward.arithmetic.kind === 'milestone') return lines;
  let below = from;
  for (let level = 1; level <= plan.upline.size; level += 1) {
    const above = below.uplineEnrollmentId === null ? undefined : terms.enrollments.get(below.uplineEnrollmentId);
    if (above === undefined) break;
    below = above;
    if (valueAt(above.states, fact.occurredAt, fact.recordedAt) !== 'active') continue;
    const share = uplineShare(plan, { level, commissionAmount: line.reward.amount, base: line.reward.base });
    if (share === null || share.amount <= 0n) continue;
    const reward = { ...line.reward, ...share, clause: `${line.reward.clause}.${level}`, cap: null };
    lines.push({ ...line, reward, enrollmentId: above.id, partnerId: above.partnerId });
  }
  return lines;
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
  const touch = credit.touchpointId === null ? undefined : customer.touches.find(({ id }) => id === credit.touchpointId);
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
function splitLines(fact: Fact, shares: readonly Rate[]): CreditedLine[][] {
  const lines = linesOf(fact);
  if (shares.length === 1) return [lines.map(({ line, net }) => ({ line, net, credited: net }))];
  const parts = lines.map(({ net }) => allocateByRates(net, shares));
  return shares.map((_, credit) => lines.map(({ line, net }, index) => ({ line, net, credited: parts[index]?.[credit] ?? 0n })));
}

function linesOf(fact: Fact): { line: OrderLine; net: bigint }[] {
  const { lines } = fact.body;
  if (lines !== undefined && lines.length > 0) return lines.map((line) => ({ line, net: BigInt(line.net) }));
  if (fact.amount === null) return [];
  return [{ line: { id: 'order', quantity: 1, net: Number(fact.amount) }, net: fact.amount }];
}

function parseShare(share: string): Rate {
  if (share === '1/1') return ONE_RATE;
  const parsed = parseRate(share);
  if (parsed === null) throw new Error(`credit share ${share} is not a rate`);
  return parsed;
}
