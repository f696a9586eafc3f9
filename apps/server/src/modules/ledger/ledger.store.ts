import { canonicalTransaction } from '@cordee/core/counting';
import type { AccountKind, Transaction } from '@cordee/core/ledger';
import type { Instant } from '@cordee/core/time';
import { hash } from 'node:crypto';
import { BinaryRows } from '../../platform/db/binary-rows.ts';
import { columnNames } from '../../platform/db/columns.ts';
import type { Tx } from '../../platform/db/index.ts';
import { addPostings, addTransaction, postingColumns, transactionColumns } from './rows.ts';

/** Transactions as rows to be copied, chained one behind the other. */
export interface BookedRows {
  readonly transactions: Buffer;
  readonly postings: Buffer;
  /** Of the last one. */
  readonly hash: Buffer;
}

export interface Booking {
  /** Chains a transaction behind the one before and makes its rows. */
  add(transaction: Transaction, recordedAt: Instant): void;
  end(): BookedRows;
}

/** Books transactions behind the last hash, in the order they are added. */
export function bookBehind(workspaceId: string, previous: Buffer): Booking {
  let last = previous.toString('hex');
  const transactions = new BinaryRows();
  const postings = new BinaryRows();
  return {
    add(transaction, recordedAt) {
      last = transactionHash(last, canonicalTransaction(transaction, recordedAt));
      addTransaction(transactions, workspaceId, transaction, recordedAt, last);
      addPostings(postings, workspaceId, transaction);
    },
    end: () => ({ transactions: transactions.take(), postings: postings.take(), hash: Buffer.from(last, 'hex') }),
  };
}

/** Adds booked rows to the books. */
export async function appendRows(tx: Tx, rows: BookedRows): Promise<void> {
  await Promise.all([
    tx.copy(`ledger_transaction_0 (${columnNames(transactionColumns)})`, rows.transactions),
    tx.copy(`posting_0 (${columnNames(postingColumns)})`, rows.postings),
  ]);
}

/** The next link of the chain of transactions: SHA-256 of the previous hash followed by the canonical text; both in hexadecimal. */
export function transactionHash(previous: string, canonical: string): string {
  return hash('sha256', previous + canonical, 'hex');
}

export interface AccountSum {
  readonly partnerId: string;
  readonly currency: string;
  readonly account: AccountKind;
  readonly debits: bigint;
  readonly credits: bigint;
}

/**
 * The accounts of what was `moved` since and of `base`, by these columns. Postings are added up by their pair of accounts before the
 * pair is taken apart: there are few pairs.
 */
const foldBy = (owner: 'partner_id, currency' | 'currency') => `
  select ${owner}, account, sum(debits) as debits, sum(credits) as credits from (
    select ${owner}, side.account, side.debits, side.credits
      from (select ${owner}, debit, credit, sum(amount) as amount from moved group by ${owner}, debit, credit) pair
      cross join lateral (values (debit, amount, 0::numeric), (credit, 0, amount)) side (account, debits, credits)
    union all
    select ${owner}, account, debits, credits from base
  ) sides group by ${owner}, account`;

const foldSides = foldBy('partner_id, currency');

interface SumRow {
  partner_id: string;
  currency: string;
  account: AccountKind;
  debits: string;
  credits: string;
}

/** A partner's accounts now: its snapshot plus the postings since. */
export async function partnerSums(tx: Tx, workspaceId: string, partnerId: string): Promise<AccountSum[]> {
  const rows = await tx.query<SumRow>(
    `with head as (select through_seq from snapshot_head where workspace_id = $1),
      base as (select * from balance_snapshot where workspace_id = $1 and partner_id = $2),
      moved as (select * from posting where workspace_id = $1 and partner_id = $2 and fact_seq > (select through_seq from head))
     ${foldSides}`,
    [workspaceId, partnerId],
  );
  return rows.map(fromRow);
}

/** The accounts of several partners now. */
export async function partnersSums(tx: Tx, workspaceId: string, partnerIds: readonly string[]): Promise<AccountSum[]> {
  const rows = await tx.query<SumRow>(
    `with head as (select through_seq from snapshot_head where workspace_id = $1),
      base as (select * from balance_snapshot where workspace_id = $1 and partner_id = any($2::uuid[])),
      moved as (select m.* from unnest($2::uuid[]) as asked (id) join posting m
        on m.workspace_id = $1 and m.partner_id = asked.id and m.fact_seq > (select through_seq from head))
     ${foldSides}`,
    [workspaceId, partnerIds],
  );
  return rows.map(fromRow);
}

/**
 * Which postings a look into the past takes in: those that took effect before `before`, of facts recorded by `knownAt`. Both
 * fixed, the answer never changes, whatever is recorded later.
 */
export interface BooksAt {
  readonly before?: Instant | undefined;
  readonly knownAt?: Instant | undefined;
}

/** A partner's accounts as they stood in the past; summed from its first posting on. */
export async function partnerSumsAt(tx: Tx, workspaceId: string, partnerId: string, at: BooksAt): Promise<AccountSum[]> {
  const rows = await tx.query<SumRow>(
    `with base as (select * from balance_snapshot where false),
      moved as (select * from posting p where p.workspace_id = $1 and p.partner_id = $2 and ${seenAt('p', 3)})
     ${foldSides}`,
    [workspaceId, partnerId, ...seenValues(at)],
  );
  return rows.map(fromRow);
}

export type AccountTotal = Omit<AccountSum, 'partnerId'>;

/** The accounts of all partners together, now or as they stood in the past; the past reads every posting. */
export async function accountTotals(tx: Tx, workspaceId: string, at: BooksAt | null): Promise<AccountTotal[]> {
  const parts =
    at === null
      ? `base as (select * from balance_snapshot where workspace_id = $1),
         moved as (select * from posting
           where workspace_id = $1 and fact_seq > (select through_seq from snapshot_head where workspace_id = $1))`
      : `base as (select * from balance_snapshot where false),
         moved as (select * from posting p where p.workspace_id = $1 and ${seenAt('p', 2)})`;
  const rows = await tx.query<Omit<SumRow, 'partner_id'>>(`with ${parts} ${foldBy('currency')} order by currency, account`, [
    workspaceId,
    ...(at === null ? [] : seenValues(at)),
  ]);
  return rows.map(({ debits, credits, ...row }) => ({ ...row, debits: BigInt(debits), credits: BigInt(credits) }));
}

/** The condition of `BooksAt` on a posting, whose values take the places from `first` on. */
export function seenAt(posting: string, first: number): string {
  return `($${first}::timestamptz is null or ${posting}.effective_at < $${first})
    and ($${first + 1}::timestamptz is null or exists (select 1 from ledger_transaction known
      where known.workspace_id = $1 and known.fact_seq = ${posting}.fact_seq and known.recorded_at <= $${first + 1}))`;
}

export function seenValues({ before, knownAt }: BooksAt): (Date | null)[] {
  return [before === undefined ? null : new Date(before), knownAt === undefined ? null : new Date(knownAt)];
}

/** All accounts now, per partner and currency. */
export async function allSums(tx: Tx, workspaceId: string): Promise<AccountSum[]> {
  const rows = await tx.query<SumRow>(
    `with head as (select through_seq from snapshot_head where workspace_id = $1),
      base as (select * from balance_snapshot where workspace_id = $1),
      moved as (select * from posting where workspace_id = $1 and fact_seq > (select through_seq from head))
     ${foldSides} order by currency, account, partner_id`,
    [workspaceId],
  );
  return rows.map(fromRow);
}

/** The last fact whose postings are booked. */
export async function countedThrough(tx: Tx, workspaceId: string): Promise<bigint> {
  const [head] = await tx.query<{ counted_seq: bigint }>(`select counted_seq from count_head where workspace_id = $1`, [
    workspaceId,
  ]);
  return head?.counted_seq ?? 0n;
}

/** Where the books end: the last fact counted, and the end of the chain of transactions. */
export async function ledgerHead(tx: Tx, workspaceId: string): Promise<{ readonly seq: bigint; readonly hash: Buffer }> {
  const [head] = await tx.query<{ seq: bigint; hash: Buffer }>(
    `select counted_seq as seq, transaction_hash as hash from count_head where workspace_id = $1`,
    [workspaceId],
  );
  if (head === undefined) throw new Error(`workspace ${workspaceId} has no counting head`);
  return head;
}

/** Moves the snapshots forward to `through`, which must be counted; the postings in between are summed once and for all. */
export async function moveSnapshots(tx: Tx, workspaceId: string, through: bigint): Promise<void> {
  const heads = await tx.query<{ through_seq: bigint }>(
    `select through_seq from snapshot_head where workspace_id = $1 for update`,
    [workspaceId],
  );
  const from = heads[0]?.through_seq ?? 0n;
  if (from >= through) return;
  await tx.query(
    `with base as (select * from balance_snapshot where false),
      moved as (select * from posting where workspace_id = $1 and fact_seq > $2 and fact_seq <= $3),
      sums as (${foldSides})
     insert into balance_snapshot (workspace_id, partner_id, currency, account, through_seq, debits, credits)
     select $1, partner_id, currency, account, $3, debits, credits from sums
     on conflict (workspace_id, partner_id, currency, account) do update set
       through_seq = excluded.through_seq,
       debits = balance_snapshot.debits + excluded.debits,
       credits = balance_snapshot.credits + excluded.credits`,
    [workspaceId, from, through],
  );
  await tx.query(`update snapshot_head set through_seq = $2 where workspace_id = $1`, [workspaceId, through]);
}

/** Sums all postings up to `through` afresh. */
export async function rebuildSnapshots(tx: Tx, workspaceId: string, through: bigint): Promise<void> {
  await tx.query(`delete from balance_snapshot where workspace_id = $1`, [workspaceId]);
  await tx.query(`update snapshot_head set through_seq = 0 where workspace_id = $1`, [workspaceId]);
  await moveSnapshots(tx, workspaceId, through);
}

function fromRow(row: SumRow): AccountSum {
  return {
    partnerId: row.partner_id,
    currency: row.currency,
    account: row.account,
    debits: BigInt(row.debits),
    credits: BigInt(row.credits),
  };
}
