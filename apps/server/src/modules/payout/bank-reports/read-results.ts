import Papa from 'papaparse';
import type { BankAnswer, ReadReport } from './read-report.ts';

/** Names a column may have: ours, and those of Wise's and PayPal's own reports. */
const COLUMNS = {
  reference: ['reference', 'payoutid', 'paymentreference', 'referencenumber', 'customerid', 'uniqueid', 'senderitemid'],
  status: ['status', 'transactionstatus', 'transferstatus'],
  reason: ['reason', 'error', 'errormessage', 'errordescription', 'failurereason'],
  settlement: ['transferid', 'transactionid', 'id', 'payoutitemid'],
} as const;

const PAID = new Set(['paid', 'completed', 'complete', 'success', 'succeeded', 'sent', 'outgoingpaymentsent', 'delivered']);
const BACK = new Set([
  'rejected',
  'failed',
  'returned',
  'refunded',
  'fundsrefunded',
  'cancelled',
  'canceled',
  'denied',
  'blocked',
  'reversed',
  'bouncedback',
]);

/**
 * Reads what became of payments from a CSV whose columns name the reference of each line and its status; in any order, with any
 * other columns beside them. Null when it has no such columns.
 */
export function readResults(text: string): ReadReport | null {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [header, ...rows] = data;
  if (header === undefined || errors.some(({ type }) => type === 'Quotes')) return null;
  const names = header.map(plain);
  const at = (known: readonly string[]) => known.map((name) => names.indexOf(name)).find((index) => index >= 0) ?? -1;
  const [reference, status] = [at(COLUMNS.reference), at(COLUMNS.status)];
  if (reference === -1 || status === -1) return null;
  const [reason, settlement] = [at(COLUMNS.reason), at(COLUMNS.settlement)];
  const answers = rows.flatMap((row): BankAnswer[] => {
    const named = row[reference]?.trim() ?? '';
    if (named === '') return [];
    const said = row[status]?.trim() ?? '';
    return [
      {
        reference: named,
        says: saysOf(plain(said)),
        amount: null,
        reason: cellOf(row, reason) ?? (PAID.has(plain(said)) ? null : said),
        settlement: cellOf(row, settlement),
      },
    ];
  });
  return { kind: 'csv', answers };
}

function saysOf(status: string): BankAnswer['says'] {
  if (PAID.has(status)) return 'booked';
  return BACK.has(status) ? 'rejected' : 'waiting';
}

function cellOf(row: readonly string[], index: number): string | null {
  const text = row[index]?.replaceAll(/\p{Cc}/gu, ' ').trim() ?? '';
  return text === '' ? null : text.slice(0, 300);
}

/** Letters only, small: `Payment Reference` and `payment_reference` are the same. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '');
}
