import type { AccountKind, TransactionKind } from '@cordee/core/ledger';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface ListedTransaction {
  readonly fact_seq: bigint;
  readonly kind: TransactionKind;
  readonly effective_at: Instant;
  readonly recorded_at: Instant;
  readonly hash: Buffer;
}

export interface ListedPosting {
  readonly fact_seq: bigint;
  readonly debit: AccountKind;
  readonly credit: AccountKind;
  readonly partner_id: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly commission_fact_seq: bigint | null;
  readonly commission_number: number | null;
  readonly commission_recorded_at: Instant | null;
}

export interface TransactionFilter {
  readonly partnerId: string | null;
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
  readonly before: bigint | null;
  readonly limit: number;
}

/** Transactions, newest first. */
export function selectTransactions(tx: Tx, workspaceId: string, filter: TransactionFilter): Promise<ListedTransaction[]> {
  const { partnerId, from, to, before, limit } = filter;
  return tx.query<ListedTransaction>(
    `select t.fact_seq, t.kind, t.effective_at, t.recorded_at, t.hash from ledger_transaction t
      where t.workspace_id = $1
        and ($2::uuid is null or exists (select 1 from posting p
          where p.workspace_id = $1 and p.fact_seq = t.fact_seq and p.partner_id = $2))
        and ($3::timestamptz is null or t.effective_at >= $3) and ($4::timestamptz is null or t.effective_at < $4)
        and ($5::bigint is null or t.fact_seq < $5)
      order by t.fact_seq desc limit $6`,
    [workspaceId, partnerId, from === undefined ? null : new Date(from), to === undefined ? null : new Date(to), before, limit],
  );
}

/** The postings of these transactions, in order. */
export function selectPostings(tx: Tx, workspaceId: string, seqs: readonly bigint[]): Promise<ListedPosting[]> {
  return tx.query<ListedPosting>(
    `select p.fact_seq, p.debit, p.credit, p.partner_id, p.currency, p.amount, p.commission_fact_seq, p.commission_number,
            f.recorded_at as commission_recorded_at
       from posting p
       left join fact f on f.workspace_id = p.workspace_id and f.seq = p.commission_fact_seq
      where p.workspace_id = $1 and p.fact_seq = any($2::bigint[])
      order by p.fact_seq, p.number`,
    [workspaceId, seqs],
  );
}
