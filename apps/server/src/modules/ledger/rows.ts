import type { Transaction } from '@cordee/core/ledger';
import type { Instant } from '@cordee/core/time';
import type { BinaryRows } from '../../platform/db/binary-rows.ts';
import type { Columns } from '../../platform/db/columns.ts';

/** The columns of a posting in the order they are written, and read back when verifying. */
export const postingColumns = [
  ['workspace_id', 'uuid'],
  ['fact_seq', 'integer'],
  ['number', 'integer'],
  ['debit', 'text'],
  ['credit', 'text'],
  ['partner_id', 'uuid'],
  ['currency', 'text'],
  ['amount', 'integer'],
  ['effective_at', 'instant'],
  ['commission_fact_seq', 'integer'],
  ['commission_number', 'integer'],
] as const satisfies Columns;

/** Adds the postings of a transaction: what is written, and what verifying expects. */
export function addPostings(rows: BinaryRows, workspaceId: string, { factSeq, effectiveAt, postings }: Transaction): void {
  for (const [number, { debit, credit, partnerId, currency, amount, commission }] of postings.entries()) {
    rows.begin(postingColumns.length).uuid(workspaceId).long(factSeq).word(number).text(debit).text(credit).uuid(partnerId);
    rows.text(currency).long(amount).instant(effectiveAt);
    rows.long(commission?.factSeq ?? null).word(commission?.number ?? null);
  }
}

export const transactionColumns = [
  ['workspace_id', 'uuid'],
  ['fact_seq', 'integer'],
  ['kind', 'text'],
  ['effective_at', 'instant'],
  ['recorded_at', 'instant'],
  ['hash', 'text'],
] as const satisfies Columns;

/** Adds a transaction's own row; `hash` in hexadecimal. */
export function addTransaction(
  rows: BinaryRows,
  workspaceId: string,
  { factSeq, kind, effectiveAt }: Transaction,
  recordedAt: Instant,
  hash: string,
): void {
  rows.begin(transactionColumns.length).uuid(workspaceId).long(factSeq).text(kind);
  rows.instant(effectiveAt).instant(recordedAt).hex(hash);
}
