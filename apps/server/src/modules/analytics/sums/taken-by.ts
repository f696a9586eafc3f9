import { openLines, replayLines, type Conversion, type Fact } from '@cordee/core/counting';

/** What a fact took of the lines of the sale it is about, given all that happened to it in order; below zero when it gave back. */
export function takenBy(fact: Fact, sale: Fact, events: readonly Fact[]): bigint {
  const lines: Conversion['lines'] = openLines(sale);
  const refunded = () => lines.reduce((sum, line) => sum + line.refunded, 0n);
  for (const event of events) {
    const before = refunded();
    replayLines(lines, event);
    if (event.seq === fact.seq) return refunded() - before;
  }
  return 0n;
}
