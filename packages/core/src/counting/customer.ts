import type { Credit } from '../attribution/credit.ts';
import { sequenceUuid } from '../ids/index.ts';
import type { Via } from '../plan/plan.ts';
import type { Fact, Touchpoint } from './fact.ts';
import { paymentOf, type CustomerRecord } from './state.ts';
import { valueAt, type CodeOwner, type Dated, type Terms } from './terms.ts';

/** Numbers of the touchpoints a fact itself makes; commissions are numbered from 0, far below. */
const codeTouchNumber = 4094;
const couponTouchNumber = 4095;

/** Ties the fact's touchpoints (clicks found for it, the code and the coupon it carries) to its customer; returns its coupon's. */
export function bindTouches(customer: CustomerRecord, fact: Fact, terms: Terms): Touchpoint | null {
  for (const touch of fact.body.touches ?? []) {
    if (customer.touches.some((known) => known.id === touch.id)) continue;
    customer.touches.push({
      id: touch.id,
      at: touch.at,
      via: 'click',
      enrollmentId: touch.enrollmentId,
      linkId: touch.linkId ?? null,
      subId: touch.subId ?? null,
      flag: touch.flag ?? null,
      boundBy: fact.seq,
    });
  }
  const { code, coupon } = fact.body;
  if (code !== undefined) bindCode(customer, fact, 'code', codeTouchNumber, terms.codes.get(code));
  if (coupon === undefined) return null;
  return bindCode(customer, fact, 'coupon', couponTouchNumber, terms.coupons.get(coupon));
}

function bindCode(
  customer: CustomerRecord,
  fact: Fact,
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
    linkId: owner.linkId,
    subId: fact.body.subId ?? null,
    flag: null,
    boundBy: fact.seq,
  };
  customer.touches.push(touch);
  return touch;
}

/** What a counted conversion leaves in its customer's record. The same when it is counted and when it is read back. */
export function absorbConversion(
  customer: CustomerRecord,
  fact: Fact,
  programId: string | null,
  credits: readonly Credit[],
  paid: readonly { enrollmentId: string; planVersionId: string }[],
): void {
  if (fact.kind === 'sale') {
    customer.orders += 1;
    if (customer.firstOrderAt === null || fact.occurredAt < customer.firstOrderAt) customer.firstOrderAt = fact.occurredAt;
  }
  if (fact.kind === 'lead') customer.leads.push(fact.body.name ?? '');
  if (credits.length > 0 && programId !== null) keep(customer, fact, programId, credits);
  for (const [index, { enrollmentId, planVersionId }] of paid.entries()) {
    // Several commissions of one conversion are one payment.
    if (paid.findIndex((other) => other.enrollmentId === enrollmentId) !== index) continue;
    const payment = paymentOf(customer, enrollmentId);
    if (payment === undefined) customer.payments.push({ enrollmentId, count: 1, firstAt: fact.occurredAt, planVersionId });
    else payment.count += 1;
  }
}

function keep(customer: CustomerRecord, fact: Fact, programId: string, credits: readonly Credit[]): void {
  if (credits.every((credit) => credit.via === 'lifetime')) return;
  customer.kept = {
    programId,
    since: fact.occurredAt,
    credits: credits.map(({ enrollmentId, partnerId, share }) => ({ enrollmentId, partnerId, share })),
  };
}
