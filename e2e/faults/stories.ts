import * as fc from 'fast-check';

/** One event as its sender tells it; `at` is seconds after the beginning. */
export interface Told {
  readonly kind: 'sale' | 'lead' | 'qualified-lead' | 'refund' | 'cancellation';
  readonly at: number;
  readonly partner?: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Delivery {
  readonly event: Told;
}

/** What the company does with what was earned, between deliveries. */
export type MoneyMove = 'none' | 'release' | 'start' | 'confirm' | 'reject';

type Ending =
  | 'none'
  | 'refunds by line'
  | 'refunds by amount'
  | 'dispute won'
  | 'dispute lost'
  | 'dispute part lost'
  | 'cancellation'
  | 'refund of all';

const endings: readonly Ending[] = [
  'none',
  'refunds by line',
  'refunds by amount',
  'dispute won',
  'dispute lost',
  'dispute part lost',
  'cancellation',
  'refund of all',
];

const sale = fc.record({
  partner: fc.nat({ max: 1 }),
  customer: fc.nat({ max: 2 }),
  nets: fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 3 }),
  endings: fc.subarray([...endings], { minLength: 1, maxLength: 2 }),
  parts: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 3 }),
});

const lead = fc.record({ partner: fc.nat({ max: 1 }), customer: fc.nat({ max: 2 }), qualified: fc.boolean() });

/** A few sales and leads with all that may follow them, in order; and the same, told one to five times, shuffled, some at once. */
export const stories = fc
  .tuple(
    fc.array(sale, { minLength: 1, maxLength: 3 }),
    fc.array(lead, { maxLength: 2 }),
    fc.constantFrom(1, 1, 3, 8),
    fc.array(fc.constantFrom<MoneyMove>('none', 'release', 'start', 'confirm', 'reject'), { maxLength: 20 }),
  )
  .chain(([sales, leads, atOnce, moves]) => {
    const events = [...sales.flatMap(saleEvents), ...leads.flatMap(leadEvents)].map((event, index) => ({ ...event, at: index }));
    const copies = fc.tuple(
      ...events.map((event) => fc.integer({ min: 1, max: 5 }).map((count) => Array.from({ length: count }, () => ({ event })))),
    );
    return copies
      .chain((lists) => {
        const all = lists.flat();
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      })
      .map((deliveries) => ({ events, deliveries, atOnce, moves }));
  });

type Part = Omit<Told, 'at'>;

function saleEvents(
  { partner, customer, nets, endings: chosen, parts }: typeof sale extends fc.Arbitrary<infer T> ? T : never,
  index: number,
): Part[] {
  const eventId = `sale-${index}`;
  const lines = nets.map((net, number) => ({ id: String(number + 1), net, productId: `product-${number}` }));
  const total = nets.reduce((sum, net) => sum + net, 0);
  const told: Part[] = [
    { kind: 'sale', partner, body: { eventId, customer: { externalId: `customer-${customer}` }, currency: 'EUR', lines } },
  ];
  const refund = (name: string, more: object): Part => ({
    kind: 'refund',
    body: { eventId: `${eventId}-${name}`, saleEventId: eventId, ...more },
  });
  // Two endings share what there is, so that together they never take back more than was sold.
  const share = (amount: number, part: number) => Math.floor((amount * part) / (100 * parts.length * chosen.length));
  for (const ending of chosen) {
    if (ending === 'refunds by line') {
      parts.forEach((part, number) => {
        const taken = lines.map(({ id, net }) => ({ id, net: share(net, part) })).filter(({ net }) => net > 0);
        if (taken.length > 0) told.push(refund(`line-${number}`, { reason: 'refund', lines: taken }));
      });
    } else if (ending === 'refunds by amount') {
      parts.forEach((part, number) => {
        const amount = share(total, part);
        if (amount > 0) told.push(refund(`amount-${number}`, { reason: 'refund', amount }));
      });
    } else if (ending === 'cancellation') {
      told.push({ kind: 'cancellation', body: { eventId: `${eventId}-cancelled`, saleEventId: eventId } });
    } else if (ending === 'refund of all') {
      told.push(refund('all', { reason: 'refund' }));
    } else if (ending !== 'none') {
      const amount = ending === 'dispute part lost' ? share(total, parts[0] ?? 1) : 0;
      told.push(refund(`opened ${ending}`, { reason: 'dispute_opened' }));
      told.push(
        refund(`ended ${ending}`, {
          reason: ending === 'dispute won' ? 'dispute_won' : 'dispute_lost',
          ...(amount > 0 ? { amount } : {}),
        }),
      );
    }
  }
  return told;
}

function leadEvents(
  { partner, customer, qualified }: typeof lead extends fc.Arbitrary<infer T> ? T : never,
  index: number,
): Part[] {
  const eventId = `lead-${index}`;
  const told: Part[] = [
    { kind: 'lead', partner, body: { eventId, name: eventId, customer: { externalId: `customer-${customer}` } } },
  ];
  if (qualified) told.push({ kind: 'qualified-lead', body: { eventId: `${eventId}-good`, leadEventId: eventId } });
  return told;
}
