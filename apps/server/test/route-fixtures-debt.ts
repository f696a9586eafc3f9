type Make = (path: string, body: unknown) => Promise<Record<string, unknown>>;

/** A plan by which a partner would pay back what it was paid before its only sale, of this event, was refunded. */
export async function makeDebt(make: Make, partnerId: string, saleEventId: string): Promise<string> {
  const payout = await make('payouts', { partnerId, currency: 'EUR' });
  await make(`payouts/${String(payout['id'])}/confirmation`, undefined);
  await make('track/refund', { eventId: `${saleEventId}-back`, saleEventId, reason: 'refund' });
  const terms = { kind: 'share', percent: 50, until: '2033-06-30' };
  const plan = await make('debt-plans', { partnerId, currency: 'EUR', amount: 1000, terms, reason: 'Fixture' });
  return String(plan['id']);
}
