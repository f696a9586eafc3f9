import { isWaitingFreely } from './block-commission.ts';
import { pendingSums } from './pending-sums.ts';
import { emptyCustomer, type Conversion, type CountingState, type CustomerRecord, type PayoutRecord } from './state.ts';
import type { Instant } from '../time/index.ts';

/** A state held whole in memory, for replaying a workspace from its first fact on. */
export interface ReplayState extends CountingState {
  readonly counters: ReadonlyMap<string, bigint>;
}

/**
 * An empty state to count from the first fact. `isTarget` says which facts something will happen to later, so that only those
 * conversions are remembered: a million sales with few refunds need little memory.
 */
export function replayState(isTarget: (seq: bigint) => boolean): ReplayState {
  const customers = new Map<string, CustomerRecord>();
  const conversions = new Map<bigint, Conversion>();
  const counters = new Map<string, bigint>();
  const payouts = new Map<string, PayoutRecord>();
  const waiting = pendingSums();
  // Newest last; one that a later and wider one makes pointless is forgotten, so there is one unless a clock went back.
  let releases: { dueAt: Instant; seq: bigint }[] = [];

  function releaseStatuses(conversion: Conversion): void {
    for (const commission of conversion.commissions) {
      if (!isWaitingFreely(commission)) continue;
      const { sinceSeq, payableAt } = commission;
      if (releases.some(({ seq, dueAt }) => seq > sinceSeq && dueAt >= payableAt)) commission.status = 'payable';
    }
  }

  return {
    counters,
    customer(id) {
      let customer = customers.get(id);
      if (customer === undefined) {
        customer = emptyCustomer();
        customers.set(ownText(id), customer);
      }
      return customer;
    },
    conversion(seq) {
      const conversion = conversions.get(seq);
      if (conversion !== undefined) releaseStatuses(conversion);
      return conversion;
    },
    isTarget,
    remember(conversion) {
      conversions.set(conversion.factSeq, conversion);
    },
    counter: (key) => counters.get(key) ?? 0n,
    addToCounter(key, delta) {
      counters.set(key, (counters.get(key) ?? 0n) + delta);
    },
    pendingChanged: (partnerId, currency, payableAt, delta) => waiting.add(partnerId, currency, payableAt, delta),
    release(dueAt, seq) {
      releases = [...releases.filter((earlier) => earlier.dueAt > dueAt), { dueAt, seq }];
      return waiting.takeDue(dueAt);
    },
    payout: (id) => payouts.get(id),
    rememberPayout(id, payout) {
      payouts.set(id, payout);
    },
  };
}

/** A piece of a larger text keeps all of it in memory: engines cut without copying. What is joined is a text of its own, and in one place. */
function ownText(text: string): string {
  return [text.slice(0, 1), text.slice(1)].join('');
}
