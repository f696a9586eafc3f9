import { releaseDue } from '../src/modules/counting/index.ts';
import { systemClock } from '../src/platform/clock/index.ts';
import type { Database } from '../src/platform/db/index.ts';
import type { TestApp } from './app.ts';

type Make = (path: string, body: unknown) => Promise<Record<string, unknown>>;

/** A partner that was paid before its only sale was refunded, and a plan by which it would pay that back. */
export async function makeDebt(app: TestApp, db: Database, make: Make, programId: string): Promise<string> {
  const partner = await make('partners', { name: 'Fixture of debts', kind: 'affiliate' });
  const partnerId = String(partner['id']);
  const enrollment = await make('enrollments', { programId, partnerId });
  await make('coupons', { enrollmentId: enrollment['id'], code: 'FIXTURE-DEBTS' });
  const sale = { eventId: 'fixture-of-debts', customer: { externalId: 'fixture-of-debts' }, currency: 'EUR', amount: 30_000 };
  await make('track/sale', { ...sale, coupon: 'FIXTURE-DEBTS' });
  await releaseDue({ db, intake: app.intake, now: systemClock });
  const payout = await make('payouts', { partnerId, currency: 'EUR' });
  await make(`payouts/${String(payout['id'])}/confirmation`, undefined);
  await make('track/refund', { eventId: 'fixture-of-debts-back', saleEventId: sale.eventId, reason: 'refund' });
  const terms = { kind: 'share', percent: 50, until: '2033-06-30' };
  const plan = await make('debt-plans', { partnerId, currency: 'EUR', amount: 1000, terms, reason: 'Fixture' });
  return String(plan['id']);
}
