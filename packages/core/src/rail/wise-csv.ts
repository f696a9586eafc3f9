import { paymentLine } from './payment-csv.ts';
import { railAmount } from './rails.ts';

/** Wise takes a thousand in one file. */
export const WISE_ROWS = 1000;

/** The header of Wise's template "send to bank accounts", for recipients with an IBAN. */
export const DEFAULT_WISE_HEADER: readonly string[] = [
  'name',
  'recipientEmail',
  'paymentReference',
  'receiverType',
  'amountCurrency',
  'amount',
  'sourceCurrency',
  'targetCurrency',
  'IBAN',
];

const FILLED = [...DEFAULT_WISE_HEADER.slice(0, -1), 'referenceNumber'];

/** Columns that hold where a recipient is paid: which of them a template has depends on its currency. */
export const wiseDetailColumns: readonly string[] = [
  'IBAN',
  'BIC',
  'swiftCode',
  'accountNumber',
  'accountType',
  'sortCode',
  'abartn',
  'routingNumber',
  'institutionNumber',
  'transitNumber',
  'bsbCode',
  'bankCode',
  'branchCode',
  'ifscCode',
  'clabe',
  'clearingNumber',
  'recipientId',
  'addressCountryCode',
  'addressCity',
  'addressFirstLine',
  'addressState',
  'addressPostCode',
];

export interface WiseRecipient {
  readonly holder: string;
  readonly email: string | null;
  readonly receiverType: 'PERSON' | 'INSTITUTION';
  /** By column of `wiseDetailColumns`. */
  readonly details: Readonly<Record<string, string>>;
}

export interface WisePayment {
  /** Comes back with the result. */
  readonly reference: string;
  readonly amount: bigint;
  readonly to: WiseRecipient;
}

export interface WiseOrder {
  readonly columns: readonly string[];
  readonly sourceCurrency: string;
  readonly currency: string;
  /** What receivers read, where the template has a number for the line as well. */
  readonly remittance: string;
}

export interface WiseHeader {
  readonly columns: readonly string[];
  readonly unknown: readonly string[];
  /** Without them no file could be understood. */
  readonly missing: readonly string[];
  readonly repeated: readonly string[];
}

/** The header of a template as it was pasted, with what is wrong with it. */
export function readWiseHeader(text: string): WiseHeader {
  const columns = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/[,;\t]/)
    .map((column) => column.trim().replace(/^"(.*)"$/, '$1'));
  const known = new Set([...FILLED, ...wiseDetailColumns]);
  const has = (...anyOf: string[]) => anyOf.some((column) => columns.includes(column));
  const missing = [
    ...(has('name', 'recipientId') ? [] : ['name']),
    ...(has('paymentReference', 'referenceNumber') ? [] : ['paymentReference']),
    ...['amount', 'targetCurrency'].filter((column) => !has(column)),
  ];
  return {
    columns,
    unknown: columns.filter((column) => !known.has(column)),
    missing,
    repeated: columns.filter((column, index) => columns.indexOf(column) !== index),
  };
}

/** The columns of a template for which a recipient has nothing. */
export function wiseGaps(columns: readonly string[], to: WiseRecipient): string[] {
  return columns.filter((column) => wiseDetailColumns.includes(column) && (to.details[column] ?? '') === '');
}

/**
 * Payments as a file for Wise, in the order of its template, at most `WISE_ROWS`: the receiver gets the amount, the company bears
 * the fee. Throws for an amount the currency does not have and for a recipient with a gap.
 */
export function wiseCsv(order: WiseOrder, payments: readonly WisePayment[]): string {
  if (payments.length === 0 || payments.length > WISE_ROWS) throw new Error(`a file for Wise of ${payments.length} rows`);
  const lines = payments.map((payment) => paymentLine(order.columns.map((column) => cellOf(column, order, payment))));
  return `${order.columns.join(',')}\r\n${lines.join('')}`;
}

function cellOf(column: string, order: WiseOrder, { reference, amount, to }: WisePayment): string {
  switch (column) {
    case 'name':
      return to.holder;
    case 'recipientEmail':
      return to.email ?? '';
    case 'referenceNumber':
      return reference;
    case 'paymentReference':
      return order.columns.includes('referenceNumber') ? order.remittance : reference;
    case 'receiverType':
      return to.receiverType;
    case 'amountCurrency':
      return 'target';
    case 'amount':
      return mustHave(railAmount('wise', amount, order.currency), column, reference);
    case 'sourceCurrency':
      return order.sourceCurrency;
    case 'targetCurrency':
      return order.currency;
    default:
      return mustHave(to.details[column], column, reference);
  }
}

function mustHave(value: string | null | undefined, column: string, reference: string): string {
  if (value === null || value === undefined || value === '') throw new Error(`${reference} has nothing for ${column}`);
  return value;
}
