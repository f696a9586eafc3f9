import type { LocalDate } from '../time/index.ts';
import type { ChartAccount, ChartJournal } from './chart.ts';

/** A posting of the ledger on its way into the books of the company. */
export interface Move {
  readonly factSeq: bigint;
  /** The kind of its transaction. */
  readonly kind: string;
  /** The day it is booked on: its own, or the first of the month in which it stands late. */
  readonly day: LocalDate;
  /** The day it took effect. */
  readonly effectiveOn: LocalDate;
  readonly debit: string;
  readonly credit: string;
  readonly partnerId: string;
  readonly programId: string | null;
  readonly currency: string;
  readonly amount: bigint;
  /** The number of the document it follows from, where there is one. */
  readonly piece: string | null;
  /** What people know its fact by. */
  readonly label: string;
}

export interface Auxiliary {
  readonly number: string;
  readonly name: string;
}

/** One line of an entry, in cents of euro: a debit or a credit. */
export interface EntryLine {
  readonly account: Pick<ChartAccount, 'number' | 'name'>;
  readonly auxiliary: Auxiliary | null;
  readonly label: string;
  readonly debit: bigint;
  readonly credit: bigint;
  /** What it was in the currency it comes from, when that is not the euro. */
  readonly original: { readonly amount: bigint; readonly currency: string } | null;
}

/** An entry of the books: its lines balance to the cent. */
export interface Entry {
  /** `202610-000042`: continuous in its month. */
  readonly number: string;
  readonly journal: ChartJournal;
  readonly day: LocalDate;
  readonly pieceRef: string;
  readonly pieceOn: LocalDate;
  readonly lines: readonly EntryLine[];
}

/** Why books cannot be written: always something somebody has to see to, never something left out. */
export type BookFault =
  | { readonly code: 'unknown_transaction'; readonly kind: string }
  | { readonly code: 'account_missing'; readonly kind: string }
  | { readonly code: 'chart_missing' }
  | { readonly code: 'rate_missing'; readonly currency: string; readonly day: LocalDate }
  | { readonly code: 'auxiliary_missing'; readonly partnerId: string };

/** Keeps what cannot go on out of every return value; `keepBooks` turns it into one. */
export class Stop extends Error {
  readonly fault: BookFault;
  constructor(fault: BookFault) {
    super(fault.code);
    this.fault = fault;
  }
}
