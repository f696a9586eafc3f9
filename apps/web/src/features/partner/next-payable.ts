/** What leaves its hold next, by currency. */
interface Coming {
  readonly currency: string;
  readonly amount: bigint;
  readonly day: string;
}

interface Waiting {
  readonly currency: string;
  readonly amount: number;
  /** What was taken back of it. */
  readonly reversed: number;
  readonly payableOn: string;
}

/** Of commissions in their hold: the first day of each currency, and all that becomes payable on it. */
export function nextPayable(waiting: readonly Waiting[]): Coming[] {
  const next = new Map<string, Coming>();
  for (const { currency, payableOn: day, ...commission } of waiting) {
    const amount = BigInt(commission.amount) - BigInt(commission.reversed);
    const known = next.get(currency);
    if (known === undefined || day < known.day) next.set(currency, { currency, amount, day });
    else if (day === known.day) next.set(currency, { ...known, amount: known.amount + amount });
  }
  return [...next.values()];
}
