import type { Money } from '../money/index.ts';

/** What can be wrong with an invoice. */
export const invoiceFaultCodes = [
  'number',
  'type',
  'day',
  'due_before_issue',
  'period',
  'currency',
  'decimals',
  'text_missing',
  'text_characters',
  'country',
  'siren_missing',
  'siren',
  'vat_number',
  'siren_in_vat_number',
  'seller_tax_id',
  'seller_vat_number',
  'buyer_tax_id',
  'vat_number_forbidden',
  'address_missing',
  'address_owner',
  'category',
  'rate_zero',
  'rate_not_zero',
  'rate_unknown',
  'exemption_missing',
  'exemption_forbidden',
  'note_missing',
  'note_repeated',
  'note_value',
  'mention_missing',
  'no_lines',
  'line_sum',
  'breakdown_missing',
  'basis',
  'vat',
  'net',
  'gross',
  'due',
  'range',
  'not_positive',
  'preceding_missing',
  'preceding_later',
  'books_vat_missing',
  'books_vat',
  'iban',
  'unreadable',
] as const;
export type InvoiceFaultCode = (typeof invoiceFaultCodes)[number];

export interface InvoiceFault {
  /** `seller.vatNumber`, `lines[2].net` */
  readonly path: string;
  readonly code: InvoiceFaultCode;
  /** What it is about: the code of a note, a rate, the amount that would be right; null where the path says it all. */
  readonly about: string | Money | null;
}

export type AddFault = (path: string, code: InvoiceFaultCode, about?: string | Money) => void;
