import type { Language } from '../language/index.ts';
import type { LocalDate } from '../time/index.ts';
import type { AccountSum } from './account-sums.ts';
import type { ChartVersion } from './chart.ts';
import type { Auxiliary, BookFault, Entry, Move } from './entry.ts';

export interface BooksOptions {
  /** In order of their first days. */
  readonly charts: readonly ChartVersion[];
  /** The first day that is written; what comes before only says what is carried on. */
  readonly from: LocalDate;
  /** An entry by transaction and partner, instead of one for each day, partner and document. */
  readonly detail: boolean;
  readonly language: Language;
  /** Units of the currency for one euro on that day, or null. */
  readonly rateOf: (currency: string, day: LocalDate) => string | null;
  readonly auxiliaryOf: (partnerId: string) => Auxiliary | null;
  /** The document of a partner's commissions of a month, where there is one. */
  readonly statementOf: (month: string, partnerId: string, currency: string) => string | null;
  readonly emit: (entry: Entry) => void;
}

export interface BooksResult {
  readonly entries: number;
  readonly lines: number;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly moves: number;
  /** Moves from an account to itself, which no books know. */
  readonly within: number;
  /** Moves of units that are no money, by unit. */
  readonly units: Readonly<Record<string, number>>;
  readonly sums: readonly AccountSum[];
}

export interface Books {
  /** Takes the next posting, in the order of the days they are booked on. */
  add(move: Move): BookFault | null;
  /** Writes what is left. */
  end(): BookFault | BooksResult;
}
