import { exchangeAmount } from '../exchange/index.ts';
import { type Rate, roundRatio } from '../money/index.ts';
import type { Move } from './entry.ts';

/** Credits less debits, in the currency and in cents of euro. */
interface Position {
  amount: bigint;
  euro: bigint;
}

export interface Valued {
  readonly debit: bigint;
  readonly credit: bigint;
}

/** Balances that are somebody's claim: what leaves them leaves at the value it came in with. */
const CLAIMS = new Set(['pending', 'payable', 'in_payout', 'planned_debt']);
/** What has the value of the day it is booked on: money that left, and balances exchanged that day. */
const OF_THE_DAY = new Set(['paid', 'exchange', 'vat', 'vat_due']);

/** What every account holds, in its currency and in euro. */
export interface Positions {
  /** What a move is worth on either side; `rate` is euro for one unit. Both sides differ by what the rate moved in between. */
  value(move: Move, rate: Rate | null): Valued;
  /** Euro of an account, by partner. */
  of(kind: string): ReadonlyMap<string, bigint>;
}

/**
 * Values amounts in other currencies: a claim comes in at the rate of its day, and what leaves it leaves at the share it has of the
 * claim's value, all of it when nothing is left. So no account keeps euros once its currency is gone.
 */
export function openPositions(): Positions {
  const kinds = new Map<string, Map<string, Position>>();
  function at(kind: string, partner: string, currency: string): Position {
    const own = kinds.get(kind) ?? new Map<string, Position>();
    if (own.size === 0) kinds.set(kind, own);
    const key = `${partner} ${currency}`;
    const found = own.get(key) ?? { amount: 0n, euro: 0n };
    own.set(key, found);
    return found;
  }
  return {
    value(move, rate) {
      const { debit, credit, partnerId, currency, amount } = move;
      const [from, into] = [at(debit, partnerId, currency), at(credit, partnerId, currency)];
      const worth = rate === null ? (part: bigint) => part : (part: bigint) => exchangeAmount(part, currency, 'EUR', rate);
      const valued = rate === null ? { debit: amount, credit: amount } : sides(move, from, into, worth);
      from.amount -= amount;
      from.euro -= valued.debit;
      into.amount += amount;
      into.euro += valued.credit;
      return valued;
    },
    of(kind) {
      const sums = new Map<string, bigint>();
      for (const [key, { euro }] of kinds.get(kind) ?? []) {
        const [partner = ''] = key.split(' ');
        sums.set(partner, (sums.get(partner) ?? 0n) + euro);
      }
      return sums;
    },
  };
}

function sides({ debit, credit, amount }: Move, from: Position, into: Position, worth: (part: bigint) => bigint): Valued {
  // A debit uses up what an account has, a credit what it lacks.
  const ofDebit = CLAIMS.has(debit) && from.amount > 0n ? leaving(from, amount, worth) : null;
  const ofCredit =
    CLAIMS.has(credit) && into.amount < 0n ? leaving({ amount: -into.amount, euro: -into.euro }, amount, worth) : null;
  const today = worth(amount);
  return {
    debit: ofDebit ?? (OF_THE_DAY.has(debit) ? today : (ofCredit ?? today)),
    credit: ofCredit ?? (OF_THE_DAY.has(credit) ? today : (ofDebit ?? today)),
  };
}

/** The value of what leaves a position that has some, and of what goes beyond it at today's rate. */
function leaving({ amount, euro }: Position, part: bigint, worth: (part: bigint) => bigint): bigint {
  if (part >= amount) return euro + worth(part - amount);
  return roundRatio(euro * part, amount);
}
