import type { Fact } from '@cordee/core/counting';
import type { LocalDate } from '@cordee/core/time';

/** A partner's part of a conversion, with where its touchpoint came from. */
export interface PlacedCredit {
  readonly partnerId: string;
  readonly enrollmentId: string;
  readonly share: string;
  readonly linkId: string | null;
  readonly subId: string | null;
}

/** A counted fact with what was decided about it. */
export interface CountedFact {
  readonly fact: Fact;
  readonly programId: string | null;
  readonly credits: readonly PlacedCredit[];
}

/** A line of the ledger. */
export interface Moved {
  readonly factSeq: bigint;
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly debit: string;
  readonly credit: string;
  readonly commission: { readonly factSeq: bigint; readonly enrollmentId: string; readonly programId: string } | null;
}

export interface Stretch {
  /** The facts to add, in order. */
  readonly facts: readonly CountedFact[];
  readonly moved: readonly Moved[];
  /** Also the earlier facts that these are about, by number. */
  readonly known: ReadonlyMap<bigint, CountedFact>;
  /** All that happened so far to the conversions these facts are about, in order. */
  readonly events: ReadonlyMap<bigint, readonly Fact[]>;
  /** Partners with commissions of an earlier fact. */
  readonly earners: ReadonlyMap<bigint, ReadonlySet<string>>;
  /** Where the customers of these facts belong, as far as they had bought before. */
  readonly cohorts: ReadonlyMap<string, CohortOf>;
}

/** The month of a customer's first sale, and who brought it. */
export interface CohortOf {
  /** The first day of the month. */
  readonly month: LocalDate;
  readonly partnerId: string;
  readonly programId: string;
}
