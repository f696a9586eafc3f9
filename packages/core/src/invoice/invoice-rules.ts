import type { VatCategory } from '../tax/index.ts';
import type { LocalDate } from '../time/index.ts';

/** Something a law or its regulator says, on the days it holds, with where it is written. */
export interface InvoiceRule {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: string;
}

/** A VAT rate that exists, in hundredths of a percent. */
export interface RateRule extends InvoiceRule {
  readonly rate: number;
}

/** A note that must be there exactly once (BG-1, UNTDID 4451); with `values`, one of them is its whole text. */
export interface NoteRule extends InvoiceRule {
  readonly code: string;
  readonly values: readonly string[] | null;
  /** Types of invoices (BT-3) it is asked of; of all when left out. */
  readonly types?: readonly string[] | undefined;
}

/** Words that must be read somewhere on certain invoices, in notes or in the reason of an exemption: one of `texts`, in any capitals. */
export interface MentionRule extends InvoiceRule {
  readonly code: string;
  readonly texts: readonly string[];
  /** What must be so for them to be due; one left out asks nothing. */
  readonly when: {
    readonly types?: readonly string[] | undefined;
    readonly categories?: readonly VatCategory[] | undefined;
    readonly exemptions?: readonly string[] | undefined;
  };
}

/** What a country wants of invoices among its own businesses, and of those its companies make out. */
export interface InvoiceRules {
  /** Countries (ISO 3166-1) whose businesses are domestic to each other; empty: nowhere. */
  readonly domestic: readonly string[];
  /** The currency its VAT is declared in. */
  readonly currency: string;
  /** The only rates of VAT there are, zero aside. */
  readonly rates: readonly RateRule[];
  readonly notes: readonly NoteRule[];
  readonly mentions: readonly MentionRule[];
  /** Where invoices between its businesses are delivered: the scheme of addresses (BT-34-1), which begin with the number of their owner. */
  readonly addresses: (InvoiceRule & { readonly scheme: string }) | null;
}

/** What decides which of the rules an invoice is under. */
export interface FaultTerms {
  readonly rules: InvoiceRules;
  readonly isDomestic: boolean;
  readonly isSelfBilled: boolean;
  readonly isCredit: boolean;
}
