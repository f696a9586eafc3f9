import type { Instant } from '../time/index.ts';
import type { DueAmount } from './state.ts';

/** What waits for each instant, per currency and partner. */
export interface PendingSums {
  add(partnerId: string, currency: string, payableAt: Instant, delta: bigint): void;
  /** Takes out all that waits for `dueAt` or an earlier instant, one sum per partner and currency. */
  takeDue(dueAt: Instant): DueAmount[];
}

type ByCurrency = Map<string, Map<string, bigint>>;

/** Nothing waits yet. */
export function pendingSums(): PendingSums {
  const waiting = new Map<Instant, ByCurrency>();

  function at(payableAt: Instant): ByCurrency {
    let sums = waiting.get(payableAt);
    if (sums === undefined) {
      sums = new Map();
      waiting.set(payableAt, sums);
    }
    return sums;
  }

  return {
    add: (partnerId, currency, payableAt, delta) => addTo(at(payableAt), partnerId, currency, delta),
    takeDue(dueAt) {
      const due: ByCurrency = new Map();
      for (const [payableAt, sums] of waiting) {
        if (payableAt > dueAt) continue;
        waiting.delete(payableAt);
        for (const [currency, partners] of sums) {
          for (const [partnerId, amount] of partners) addTo(due, partnerId, currency, amount);
        }
      }
      return [...due].flatMap(([currency, partners]) =>
        [...partners].map(([partnerId, amount]) => ({ partnerId, currency, amount })),
      );
    },
  };
}

function addTo(sums: ByCurrency, partnerId: string, currency: string, delta: bigint): void {
  let partners = sums.get(currency);
  if (partners === undefined) {
    partners = new Map();
    sums.set(currency, partners);
  }
  partners.set(partnerId, (partners.get(partnerId) ?? 0n) + delta);
}
