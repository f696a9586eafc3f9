import type { VatCategory } from '../tax/index.ts';
import type { LocalDate } from '../time/index.ts';

/** UNTDID 1001: an invoice, or a credit note, that the customer makes out in the supplier's name. */
export const invoiceTypes = ['389', '261'] as const;
export type InvoiceType = (typeof invoiceTypes)[number];

/** A party of an invoice as it was when the document was made (EN 16931, BG-4 and BG-7). */
export interface InvoiceParty {
  readonly name: string;
  readonly legalForm: string | null;
  /** BT-30, BT-47: with scheme 0002 where the country is France. */
  readonly siren: string | null;
  readonly vatNumber: string | null;
  /** BT-32: a tax number of its own country, of who has no VAT number. */
  readonly localTaxId: string | null;
  readonly address: InvoiceAddress;
  /** BT-34, BT-49; scheme 0225 is the French directory. */
  readonly electronicAddress: { readonly scheme: string; readonly id: string } | null;
}

export interface InvoiceAddress {
  readonly street: string | null;
  readonly postCode: string | null;
  readonly town: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** BG-1: a sentence with the code of what it is about (UNTDID 4451), such as `REG`, `PMT`, `PMD`, `AAB`, `BAR`. */
export interface InvoiceNote {
  readonly code: string;
  readonly text: string;
}

export interface InvoiceDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** BG-25. What is taken back on an invoice stands below zero; on a credit note what it credits stands above. */
export interface InvoiceLine {
  readonly name: string;
  readonly description: string | null;
  /** Minor units of the document's currency, without VAT. */
  readonly net: bigint;
  readonly period: InvoiceDays | null;
}

/** How all lines of a document stand for VAT (BG-23): one document has one treatment. */
export interface InvoiceVat {
  readonly category: VatCategory;
  /** In hundredths of a percent: 2000 is 20 %. */
  readonly rate: number;
  /** BT-121, code of the list VATEX, and BT-120, what is printed. */
  readonly exemption: { readonly code: string | null; readonly text: string } | null;
  /** BT-8 of the supplier (UNTDID 2475): `5` as invoiced, `72` as paid; null: not told. */
  readonly dueCode: '5' | '72' | null;
}

/**
 * An invoice, or a credit note, of a partner's commissions that the company makes out in its name, with everything that is on it. The seller is
 * the partner, the buyer the company: only the type tells who made it out. Amounts are minor units of `currency`; those of a credit note are
 * above zero, its type says that they count the other way (EN 16931-1, UN/CEFACT CII D16B).
 */
export interface InvoiceDocument {
  readonly type: InvoiceType;
  /** BT-1. */
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly currency: string;
  readonly period: InvoiceDays | null;
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  /** BT-12: the mandate by which it is made out. */
  readonly mandate: string | null;
  readonly notes: readonly InvoiceNote[];
  readonly lines: readonly InvoiceLine[];
  readonly vat: InvoiceVat;
  /** BT-6 and BT-111: the VAT in the currency of the books, of a document in another one. */
  readonly vatInBooks: { readonly currency: string; readonly amount: bigint } | null;
  /** BG-3: the documents that a credit note takes from. */
  readonly preceding: readonly { readonly number: string; readonly issuedOn: LocalDate }[];
  readonly payment: { readonly iban: string | null; readonly accountName: string | null } | null;
}

export interface InvoiceTotals {
  readonly net: bigint;
  readonly vat: bigint;
  readonly gross: bigint;
}
