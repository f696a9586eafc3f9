import type { VatCategory } from '../tax/index.ts';
import type { LocalDate } from '../time/index.ts';
import type { InvoiceDays, InvoiceDocument, InvoiceNote, InvoiceParty } from './document.ts';
import { invoiceTotals } from './totals.ts';

/** How much an invoice tells (Factur-X); `other`: a profile of somebody's own. The first two have no lines. */
export const invoiceProfiles = ['minimum', 'basic_wl', 'basic', 'en16931', 'extended', 'other'] as const;
export type InvoiceProfile = (typeof invoiceProfiles)[number];

/** A VAT category and its rate in hundredths of a percent; null where none is told, as with category O. */
export interface StatedTreatment {
  /** As it stands there; of ours, one of `VatCategory`. */
  readonly category: VatCategory | (string & {});
  readonly rate: number | null;
}

export interface StatedLine extends StatedTreatment {
  readonly name: string;
  readonly description: string | null;
  readonly net: bigint;
  readonly period: InvoiceDays | null;
}

/** BG-20, BG-21: what is taken off or added beside the lines. */
export interface StatedAllowance extends StatedTreatment {
  readonly isCharge: boolean;
  readonly amount: bigint;
}

/** BG-23: what a VAT category comes to. */
export interface StatedVat extends StatedTreatment {
  readonly basis: bigint;
  readonly vat: bigint;
  readonly exemption: { readonly code: string | null; readonly text: string | null } | null;
  readonly dueCode: string | null;
}

/** BG-22, as told; null where nothing is. */
export interface StatedTotals {
  readonly lines: bigint | null;
  readonly allowances: bigint | null;
  readonly charges: bigint | null;
  readonly net: bigint;
  readonly vat: bigint | null;
  readonly gross: bigint;
  readonly prepaid: bigint | null;
  readonly rounding: bigint | null;
  readonly due: bigint;
}

/** What an invoice says of itself, whoever made it out; nothing of it is believed yet. */
export interface StatedInvoice {
  readonly profile: InvoiceProfile;
  /** BT-3, UNTDID 1001. */
  readonly type: string;
  readonly number: string;
  /** Empty when it is not told, or no day. */
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly currency: string;
  readonly period: InvoiceDays | null;
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  readonly mandate: string | null;
  readonly notes: readonly InvoiceNote[];
  readonly lines: readonly StatedLine[];
  readonly allowances: readonly StatedAllowance[];
  readonly breakdown: readonly StatedVat[];
  readonly totals: StatedTotals;
  readonly vatInBooks: { readonly currency: string; readonly amount: bigint } | null;
  readonly preceding: readonly { readonly number: string; readonly issuedOn: LocalDate | null }[];
  readonly payment: { readonly iban: string | null; readonly accountName: string | null } | null;
}

/** Whether invoices of a profile tell their lines. */
export function hasLines(profile: InvoiceProfile): boolean {
  return profile !== 'minimum' && profile !== 'basic_wl';
}

/** What a document of ours says once it is written. */
export function stateInvoice(document: InvoiceDocument): StatedInvoice {
  const { vat, lines, payment } = document;
  const { net, vat: due, gross } = invoiceTotals(document);
  const treatment: StatedTreatment = { category: vat.category, rate: vat.category === 'O' ? null : vat.rate };
  return {
    profile: 'en16931',
    type: document.type,
    number: document.number,
    issuedOn: document.issuedOn,
    dueOn: document.dueOn,
    currency: document.currency,
    period: document.period,
    seller: document.seller,
    // EN 16931 has no place for what more the law wants of a buyer.
    buyer: { ...document.buyer, legalForm: null },
    mandate: document.mandate,
    notes: document.notes,
    lines: lines.map(({ name, description, net: amount, period }) => ({ ...treatment, name, description, net: amount, period })),
    allowances: [],
    breakdown: [{ ...treatment, basis: net, vat: due, exemption: vat.exemption, dueCode: vat.dueCode }],
    totals: { lines: net, allowances: null, charges: null, net, vat: due, gross, prepaid: null, rounding: null, due: gross },
    vatInBooks: document.vatInBooks,
    preceding: document.preceding,
    payment: (payment?.iban ?? null) === null ? null : payment,
  };
}
