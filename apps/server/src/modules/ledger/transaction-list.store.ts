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
  /** The last one seen: its number, and in a period of the whole company when it took effect. */
  readonly after: { readonly seq: bigint; readonly at: Instant | null } | null;
  readonly limit: number;
}

const columns = 't.fact_seq, t.kind, t.effective_at, t.recorded_at, t.hash';

/**
 * Transactions, newest first: by number; in a period of the whole company, by when they took effect. Each way follows an index from
 * the last one seen on.
 */
export function selectTransactions(tx: Tx, workspaceId: string, filter: TransactionFilter): Promise<ListedTransaction[]> {
  const { partnerId, from, to, after, limit } = filter;
  const values: unknown[] = [workspaceId, limit];
  const place = (value: unknown) => `$${values.push(value)}`;
  const inPeriod = (column: string) =>
    (from === undefined ? '' : ` and ${column} >= ${place(new Date(from))}`) +
    (to === undefined ? '' : ` and ${column} < ${place(new Date(to))}`);
  const before = (column: string) => (after === null ? '' : ` and ${column} < ${place(after.seq)}`);
  if (partnerId !== null) {
    return tx.query<ListedTransaction>(
      `select ${columns} from (
         select distinct p.fact_seq from posting p
          where p.workspace_id = $1 and p.partner_id = ${place(partnerId)}${inPeriod('p.effective_at')}${before('p.fact_seq')}
          order by p.fact_seq desc limit $2) moved
       join ledger_transaction t on t.workspace_id = $1 and t.fact_seq = moved.fact_seq order by t.fact_seq desc`,
      values,
    );
  }
  if (from === undefined && to === undefined) {
    return tx.query<ListedTransaction>(
      `select ${columns} from ledger_transaction t where t.workspace_id = $1${before('t.fact_seq')} order by t.fact_seq desc limit $2`,
      values,
    );
  }
  // A transaction takes effect when its fact happened: the facts have the index.
  const next =
    after === null
      ? ''
      : ` and (f.occurred_at, f.seq) < (${place(new Date(after.at ?? 0))}::timestamptz, ${place(after.seq)}::bigint)`;
  return tx.query<ListedTransaction>(
    `select ${columns} from fact f join ledger_transaction t on t.workspace_id = f.workspace_id and t.fact_seq = f.seq
      where f.workspace_id = $1${inPeriod('f.occurred_at')}${next} order by f.occurred_at desc, f.seq desc limit $2`,
    values,
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
