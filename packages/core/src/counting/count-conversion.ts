import { attribute, type AttributionResult, type Claimed } from '../attribution/index.ts';
import type { Attribution, Credit } from '../attribution/credit.ts';
import { absorbConversion, bindTouches } from './customer.ts';
import { noBlocks } from './blocks.ts';
import { customerNeeds } from './customer-needs.ts';
import { nothing } from './decision.ts';
import { earn, type Earned, type EarningEvent } from './earn.ts';
import type { CountingOptions } from './counting-options.ts';
import type { Fact } from './fact.ts';
import type { Commission, Decision, Outcome, UnpaidReason } from './outcome.ts';
import { openLines } from './conversion.ts';
import { emptyCustomer, type CountingState, type CustomerRecord } from './state.ts';
import { defaultVersionAt, valueAt, type Terms } from './terms.ts';

/** A sale: touchpoints are tied to the customer, the program's rules give the credits, each credited partner's plan the commissions. */
export function countSale(fact: Fact, terms: Terms, state: CountingState, options: CountingOptions): Outcome {
  return countCustomerEvent(fact, terms, state, options, 'sale');
}

/** A lead: as a sale without lines; a second lead of the same name for the same customer is kept and not paid again. */
export function countLead(fact: Fact, terms: Terms, state: CountingState, options: CountingOptions): Outcome {
  const customer = customerOf(fact, state);
  if (!customer.leads.includes(fact.body.name ?? '')) return countCustomerEvent(fact, terms, state, options, 'lead');
  bindTouches(customer, fact, terms);
  remember(fact, state, null, []);
  return nothing(fact, 'already_counted');
}

/** A lead found good: paid along the credits the lead was given. */
export function countQualifiedLead(fact: Fact, terms: Terms, state: CountingState, options: CountingOptions): Outcome {
  const lead = fact.targetSeq === null ? undefined : state.conversion(fact.targetSeq);
  if (lead === undefined) return nothing(fact, 'unknown_target');
  const planVersionId = lead.commissions[0]?.planVersionId ?? '';
  if (lead.programId === null) return nothing(fact, 'no_qualifying_touchpoint');
  const attribution: Attribution = {
    model: 'as_target',
    programId: lead.programId,
    planVersionId,
    credits: lead.credits,
    rejected: [],
  };
  const customer = lead.customerId === null ? emptyCustomer() : state.customer(lead.customerId);
  return pay(fact, terms, state, options, 'qualified_lead', { attributed: true, attribution }, customer);
}

/** A click that its program pays for. */
export function countClick(fact: Fact, terms: Terms, state: CountingState, options: CountingOptions): Outcome {
  const touch = fact.body.touches?.[0];
  if (touch === undefined) return nothing(fact, 'no_touchpoint');
  if (touch.flag !== undefined) return nothing(fact, touch.flag);
  return payOne(fact, terms, state, options, 'click', touch.enrollmentId, 'click', touch.id);
}

/** A partner brought in by another: paid to the enrollment above it. */
export function countReferral(fact: Fact, terms: Terms, state: CountingState, options: CountingOptions): Outcome {
  const enrolled = terms.enrollments.get(fact.body.enrollmentId ?? '');
  const upline = enrolled?.uplineEnrollmentId;
  if (upline === null || upline === undefined) return nothing(fact, 'no_touchpoint');
  return payOne(fact, terms, state, options, 'referral', upline, 'introduction', null);
}

function countCustomerEvent(
  fact: Fact,
  terms: Terms,
  state: CountingState,
  options: CountingOptions,
  event: EarningEvent,
): Outcome {
  const customer = customerOf(fact, state);
  const ownCoupon = bindTouches(customer, fact, terms);
  const result = attribute({
    at: fact.occurredAt,
    knownAt: fact.recordedAt,
    emailHash: fact.body.emailHash ?? null,
    touches: customer.touches,
    ownCoupon,
    kept: customer.kept,
    saleEventId: fact.kind === 'sale' ? fact.externalId : null,
    products: productsOf(fact, customer),
    agreements: customer.agreements,
    claimed: claimedBy(fact),
    terms,
  });
  const outcome = pay(fact, terms, state, options, event, result, customer);
  const { decision, commissions } = outcome;
  absorbConversion(customer, fact, decision.programId, decision.credits, directOf(commissions), customerNeeds(terms));
  return outcome;
}

/** A sale or a lead that was recorded because a claim was accepted says whose it is. */
function claimedBy({ body }: Fact): Claimed | null {
  const { claimId: id, enrollmentId } = body;
  return id === undefined || enrollmentId === undefined ? null : { id, enrollmentId };
}

const noProducts: ReadonlySet<string> = new Set();

/** What was sold, where a touchpoint of the customer asks for it. */
function productsOf({ body }: Fact, { touches }: CustomerRecord): ReadonlySet<string> {
  if (body.lines === undefined || touches.every(({ products }) => products === undefined)) return noProducts;
  return new Set(body.lines.flatMap(({ productId, category }) => [productId, category].filter((name) => name !== undefined)));
}

/** A guest has no record: each of its events stands alone. */
function customerOf(fact: Fact, state: CountingState): CustomerRecord {
  return fact.customerId === null ? emptyCustomer() : state.customer(fact.customerId);
}

function payOne(
  fact: Fact,
  terms: Terms,
  state: CountingState,
  options: CountingOptions,
  event: EarningEvent,
  enrollmentId: string,
  via: Credit['via'],
  touchpointId: string | null,
): Outcome {
  const enrollment = terms.enrollments.get(enrollmentId);
  const program = terms.programs.get(enrollment?.programId ?? '');
  if (enrollment === undefined || program === undefined) return nothing(fact, 'no_qualifying_touchpoint');
  if (valueAt(enrollment.states, fact.occurredAt, fact.recordedAt) !== 'active') return nothing(fact, 'no_qualifying_touchpoint');
  const version = defaultVersionAt(program, fact.occurredAt, fact.recordedAt);
  if (version === undefined) return nothing(fact, 'no_plan_in_force');
  const credit: Credit = { enrollmentId, partnerId: enrollment.partnerId, share: '1/1', via, touchpointId };
  const attribution: Attribution = {
    model: 'direct',
    programId: program.id,
    planVersionId: version.id,
    credits: [credit],
    rejected: [],
  };
  return pay(fact, terms, state, options, event, { attributed: true, attribution }, emptyCustomer());
}

function pay(
  fact: Fact,
  terms: Terms,
  state: CountingState,
  options: CountingOptions,
  event: EarningEvent,
  result: AttributionResult,
  customer: CustomerRecord,
): Outcome {
  if (!result.attributed) {
    remember(fact, state, null, []);
    const refused = nothing(fact, result.unpaid);
    return { ...refused, decision: { ...refused.decision, rejected: result.rejected } };
  }
  const { attribution } = result;
  const earned = earn({ fact, terms, state, event, credits: attribution.credits, customer, trace: options.trace });
  const { commissions } = earned;
  const credited = withVersions(attribution, earned);
  remember(fact, state, credited, commissions);
  for (const commission of commissions) {
    if (commission.blocks !== noBlocks) continue;
    state.pendingChanged(commission.partnerId, commission.currency, commission.payableAt, commission.amount);
  }
  return {
    decision: decisionOf(fact, credited, earned, commissions.length === 0 ? (earned.unpaid ?? 'no_rule_matched') : null),
    commissions,
    reversals: [],
    changes: [],
    transaction: accrual(fact, commissions),
  };
}

/** A credit that earned nothing still moved volumes: what takes them back must find the version again. */
function withVersions(attribution: Attribution, { commissions, versionIds }: Earned): Attribution {
  // A share of the upline is earned under the version of whoever it comes from.
  const isPaid = ({ enrollmentId }: Credit) =>
    commissions.some((commission) => commission.enrollmentId === enrollmentId && commission.arithmetic.kind !== 'upline');
  if (attribution.credits.every(isPaid)) return attribution;
  const credits = attribution.credits.map((credit, index) => {
    const planVersionId = versionIds[index] ?? null;
    return planVersionId === null || isPaid(credit) ? credit : { ...credit, planVersionId };
  });
  return { ...attribution, credits };
}

function decisionOf(fact: Fact, attribution: Attribution, earned: Earned, unpaid: UnpaidReason | null): Decision {
  return {
    factSeq: fact.seq,
    programId: attribution.programId,
    // A lead that earned nothing names no version for its qualification.
    planVersionId: attribution.planVersionId === '' ? null : attribution.planVersionId,
    model: attribution.model,
    credits: attribution.credits,
    rejected: attribution.rejected,
    verdicts: earned.verdicts,
    unpaid,
    inputs: earned.inputs,
  };
}

function accrual(fact: Fact, commissions: readonly Commission[]): Outcome['transaction'] {
  if (commissions.length === 0) return null;
  return {
    factSeq: fact.seq,
    kind: 'accrual',
    effectiveAt: fact.occurredAt,
    postings: commissions.map(({ partnerId, currency, amount, number }) => ({
      debit: 'commission_expense',
      credit: 'pending',
      partnerId,
      currency,
      amount,
      commission: { factSeq: fact.seq, number },
    })),
  };
}

function remember(fact: Fact, state: CountingState, attribution: Attribution | null, commissions: readonly Commission[]): void {
  if (!state.isTarget(fact.seq)) return;
  state.remember({
    factSeq: fact.seq,
    kind: fact.kind,
    occurredAt: fact.occurredAt,
    customerId: fact.customerId,
    currency: fact.currency,
    programId: attribution?.programId ?? null,
    credits: attribution?.credits ?? [],
    lines: openLines(fact),
    takings: [],
    failedRefunds: [],
    disputed: false,
    disputeEndedAt: null,
    commissions: commissions.map((commission) => ({
      number: commission.number,
      enrollmentId: commission.enrollmentId,
      partnerId: commission.partnerId,
      planVersionId: commission.planVersionId,
      ruleId: commission.ruleId,
      lineId: commission.lineId,
      currency: commission.currency,
      base: commission.base,
      amount: commission.amount,
      uncapped: commission.cap === null ? commission.amount : BigInt(commission.cap.before),
      origin: originOf(commission),
      payableAt: commission.payableAt,
      reversed: 0n,
      takenFrom: 'pending',
      status: 'pending',
      blocks: commission.blocks,
      isRefused: false,
      sinceSeq: fact.seq,
    })),
  });
}

function originOf({ arithmetic }: Commission): 'rule' | 'upline' | 'milestone' {
  return arithmetic.kind === 'upline' || arithmetic.kind === 'milestone' ? arithmetic.kind : 'rule';
}

function directOf(commissions: readonly Commission[]): readonly Commission[] {
  const isDirect = ({ arithmetic }: Commission) => arithmetic.kind !== 'upline';
  return commissions.every(isDirect) ? commissions : commissions.filter(isDirect);
}
