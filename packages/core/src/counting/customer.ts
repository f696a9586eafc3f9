import type { Credit } from '../attribution/credit.ts';
import { sequenceUuid } from '../ids/index.ts';
import type { Via } from '../plan/plan.ts';
import type { CustomerNeeds } from './customer-needs.ts';
import type { Fact, FactTouch, Touchpoint } from './fact.ts';
import { bindContribution, isContribution } from './contribution.ts';
import { paymentOf, type CustomerRecord, type PaymentRecord } from './state.ts';
import { valueAt, type CodeOwner, type Dated, type Terms } from './terms.ts';

/** Numbers of the touchpoints a fact itself makes; commissions are numbered from 0, far below. */
const codeTouchNumber = 4094;
const couponTouchNumber = 4095;

/** What a customer's record is made from. */
export type CustomerFact = Pick<Fact, 'seq' | 'kind' | 'occurredAt' | 'recordedAt' | 'body'>;

/**
 * Ties the fact's touchpoints (clicks found for it, the code and the coupon it carries, the contribution it is) to its customer;
 * returns its coupon's.
 */
export function bindTouches(customer: CustomerRecord, fact: CustomerFact, terms: Terms): Touchpoint | null {
  if (isContribution(fact.kind)) {
    bindContribution(customer, fact);
    return null;
  }
  const { touches, code, coupon } = fact.body;
  if (touches !== undefined) bindClicks(customer, touches);
  if (fact.body.contributionId !== undefined) bindContribution(customer, fact);
  if (code !== undefined) bindCode(customer, fact, 'code', codeTouchNumber, terms.codes.get(code));
  if (coupon === undefined) return null;
  return bindCode(customer, fact, 'coupon', couponTouchNumber, terms.coupons.get(coupon));
}

function bindClicks(customer: CustomerRecord, touches: readonly FactTouch[]): void {
  for (const { id, at, enrollmentId, subId = null, flag = null } of touches) {
    if (customer.touches.some((known) => known.id === id)) continue;
    customer.touches = [...customer.touches, { id, at, via: 'click', enrollmentId, subId, flag }];
  }
}

function bindCode(
  customer: CustomerRecord,
  fact: CustomerFact,
  via: Via,
  number: number,
  owners: readonly Dated<CodeOwner>[] | undefined,
): Touchpoint | null {
  if (owners === undefined) return null;
  const owner = valueAt(owners, fact.occurredAt, fact.recordedAt);
  if (owner === undefined || owner.enrollmentId === '') return null;
  const touch: Touchpoint = {
    id: sequenceUuid(fact.recordedAt, number, fact.seq),
    at: fact.occurredAt,
    via,
    enrollmentId: owner.enrollmentId,
    subId: fact.body.subId ?? null,
    flag: null,
  };
  customer.touches = [...customer.touches, touch];
  return touch;
}

/**
 * What a counted conversion leaves in its customer's record, as far as `needs` asks for it. The same when it is counted and when
 * it is read back.
 */
export function absorbConversion(
  customer: CustomerRecord,
  fact: CustomerFact,
  programId: string | null,
  credits: readonly Credit[],
  paid: readonly Paid[],
  needs: CustomerNeeds,
): void {
  if (fact.kind === 'sale') {
    customer.orders += 1;
    if (customer.firstOrderAt === null || fact.occurredAt < customer.firstOrderAt) customer.firstOrderAt = fact.occurredAt;
  } else if (fact.kind !== 'lead') return;
  if (fact.kind === 'lead') customer.leads = [...customer.leads, fact.body.name ?? ''];
  if (needs.kept && programId !== null && credits.some((credit) => credit.via !== 'lifetime')) {
    customer.kept = { programId, since: fact.occurredAt, credits };
  }
  if (needs.payments) for (const commission of paid) addPayment(customer, fact, paid, commission);
}

type Paid = Pick<PaymentRecord, 'enrollmentId' | 'planVersionId'>;

/** Several commissions of one conversion are one payment. */
function addPayment(customer: CustomerRecord, fact: CustomerFact, paid: readonly Paid[], commission: Paid): void {
  const { enrollmentId, planVersionId } = commission;
  for (const other of paid) {
    if (other === commission) break;
    if (other.enrollmentId === enrollmentId) return;
  }
  const payment = paymentOf(customer, enrollmentId);
  if (payment !== undefined) payment.count += 1;
  else customer.payments = [...customer.payments, { enrollmentId, count: 1, firstAt: fact.occurredAt, planVersionId }];
}
