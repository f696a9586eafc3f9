import type { EntryLine } from './entry.ts';

/** An account of the chart over the days that were written; credits are above zero in `opening` and `closing`. */
export interface AccountSum {
  readonly number: string;
  readonly name: string;
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly closing: bigint;
}

interface Sums {
  readonly name: string;
  opening: bigint;
  debit: bigint;
  credit: bigint;
}

/** Adds up lines by account: those before the period are its opening. */
export function accountSums(): { add(line: EntryLine, isWritten: boolean): void; all(): AccountSum[] } {
  const known = new Map<string, Sums>();
  return {
    add({ account, debit, credit }, isWritten) {
      const sums = known.get(account.number) ?? { name: account.name, opening: 0n, debit: 0n, credit: 0n };
      known.set(account.number, sums);
      if (isWritten) {
        sums.debit += debit;
        sums.credit += credit;
      } else sums.opening += credit - debit;
    },
    all: () =>
      [...known]
        .map(([number, { name, opening, debit, credit }]) => ({
          number,
          name,
          opening,
          debit,
          credit,
          closing: opening + credit - debit,
        }))
        .sort((left, right) => (left.number < right.number ? -1 : 1)),
  };
}
