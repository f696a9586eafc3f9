import { followConversion, openLines, sum, type Conversion, type Fact } from '@cordee/core/counting';

/** What a fact took of the lines of the sale it is about, given all that happened to it in order; below zero when it gave back. */
export function takenBy(fact: Fact, sale: Fact, events: readonly Fact[]): bigint {
  const conversion = untouched(sale);
  const refunded = () => sum(conversion.lines.map((line) => line.refunded));
  for (const event of events) {
    const before = refunded();
    followConversion(conversion, event);
    if (event.seq === fact.seq) return refunded() - before;
  }
  return 0n;
}

/** The sale with nothing taken of it; what it earned is of no matter here. */
function untouched(sale: Fact): Conversion {
  return {
    factSeq: sale.seq,
    kind: sale.kind,
    occurredAt: sale.occurredAt,
    customerId: sale.customerId,
    currency: sale.currency,
    programId: null,
    credits: [],
    lines: openLines(sale),
    commissions: [],
    takings: [],
    failedRefunds: [],
    disputed: false,
    disputeEndedAt: null,
  };
}
