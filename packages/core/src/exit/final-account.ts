/** What the ledger says of one partner in one currency, in minor units; `payable` is negative where it owes. */
export interface ExitBalance {
  readonly currency: string;
  readonly pending: bigint;
  readonly payable: bigint;
  readonly inPayout: bigint;
  /** The part of `pending` that a review, a hold or a dispute keeps. */
  readonly kept: bigint;
}

export interface FinalLine extends ExitBalance {
  /** What the partner owes: paid, and taken back since. */
  readonly debt: bigint;
  /** What the partner still gets if all that is pending is lost; negative where it owes. */
  readonly least: bigint;
  /** The same if all of it is kept; null: what is brought before the end goes on earning, so that nobody can say. */
  readonly most: bigint | null;
  readonly owedBy: 'company' | 'partner' | 'nobody' | 'open';
}

/** What the final account comes to by currency, as far as it is known: nothing that is still to be earned is guessed. */
export function finalAccount(balances: readonly ExitBalance[], earnsOn: boolean): FinalLine[] {
  return balances.map((balance) => {
    const { pending, payable, inPayout } = balance;
    const least = payable + inPayout;
    const most = earnsOn ? null : least + pending;
    return { ...balance, debt: payable < 0n ? -payable : 0n, least, most, owedBy: owedBy(least, most) };
  });
}

function owedBy(least: bigint, most: bigint | null): FinalLine['owedBy'] {
  if (most === null) return 'open';
  if (least === 0n && most === 0n) return 'nobody';
  if (least >= 0n) return 'company';
  return most <= 0n ? 'partner' : 'open';
}
