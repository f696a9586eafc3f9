import type { LocalDate } from '@cordee/core/time';

/** What is added up, in the order it is stored. Amounts in minor units of the row's currency. */
export const measures = ['sales', 'amount', 'leads', 'refunds', 'refunded', 'commissions', 'earned', 'reversed', 'paid'] as const;
export type Measure = (typeof measures)[number];
export type Measures = Record<Measure, bigint>;

export type Grain = 'total' | 'country' | 'link' | 'sub_id' | 'path';

/** Stands where there is no partner (the whole company) or no program. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface DayKey {
  readonly grain: Grain;
  readonly partnerId: string;
  readonly key: string;
  readonly day: LocalDate;
  readonly programId: string;
  readonly currency: string;
}

export interface DaySum extends DayKey {
  readonly sums: Measures;
}

export function noMeasures(): Measures {
  return { sales: 0n, amount: 0n, leads: 0n, refunds: 0n, refunded: 0n, commissions: 0n, earned: 0n, reversed: 0n, paid: 0n };
}

/** Sums by key, in memory. */
export class DaySums {
  readonly #rows = new Map<string, DaySum>();

  add(key: DayKey, measure: Measure, value: bigint): void {
    if (value === 0n) return;
    const text = `${key.grain}\0${key.partnerId}\0${key.key}\0${key.day}\0${key.programId}\0${key.currency}`;
    let row = this.#rows.get(text);
    if (row === undefined) {
      row = { ...key, sums: noMeasures() };
      this.#rows.set(text, row);
    }
    row.sums[measure] += value;
  }

  /** In the order of their keys: two that add at once lock rows in the same order. */
  rows(): DaySum[] {
    return [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}
