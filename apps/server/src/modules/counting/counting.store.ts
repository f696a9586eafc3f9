import type { CommissionChange, Fact, Outcome, Reversal } from '@cordee/core/counting';
import type { Tx } from '../../platform/db/index.ts';
import { BinaryRows } from '../../platform/db/binary-rows.ts';
import { columnNames } from '../../platform/db/columns.ts';
import { appendRows, bookBehind, type BookedRows, type Booking } from '../ledger/index.ts';
import { addDecision, addNewCommission, addReversals, decisionColumns, newCommissionColumns, reversalColumns } from './rows.ts';

export interface Counted {
  readonly fact: Fact;
  readonly outcome: Outcome;
}

export interface CountHead {
  readonly countedSeq: bigint;
  readonly transactionHash: Buffer;
}

/** How far this workspace has been counted. The caller holds the counting lock. */
export async function loadCountHead(tx: Tx, workspaceId: string): Promise<CountHead> {
  const rows = await tx.query<{ counted_seq: bigint; transaction_hash: Buffer }>(
    `select counted_seq, transaction_hash from count_head where workspace_id = $1`,
    [workspaceId],
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`workspace ${workspaceId} has no count head`);
  return { countedSeq: row.counted_seq, transactionHash: row.transaction_hash };
}

/** What counting a run of facts writes, made ready before the transaction that writes it. */
export interface CountedRows {
  readonly lastSeq: bigint;
  readonly decisions: Buffer;
  readonly commissions: Buffer;
  readonly reversals: Buffer;
  readonly reversed: readonly Reversal[];
  readonly changes: readonly { readonly fact: Fact; readonly change: CommissionChange }[];
  readonly counters: CounterDeltas;
  readonly books: BookedRows;
}

export type CounterDeltas = ReadonlyMap<string, { readonly entity: string; readonly delta: bigint }>;

/** The rows of a run, made while it is counted: what they are made from need not be held until they are written. */
export class RunRows {
  readonly #workspaceId: string;
  readonly #booking: Booking;
  readonly #decisions = new BinaryRows();
  readonly #commissions = new BinaryRows();
  readonly #reversals = new BinaryRows();
  readonly #reversed: Reversal[] = [];
  readonly #changes: { readonly fact: Fact; readonly change: CommissionChange }[] = [];
  #lastSeq = 0n;

  /** Transactions are chained behind `previous`. */
  constructor(workspaceId: string, previous: Buffer) {
    this.#workspaceId = workspaceId;
    this.#booking = bookBehind(workspaceId, previous);
  }

  add({ fact, outcome }: Counted): void {
    addDecision(this.#decisions, this.#workspaceId, outcome.decision);
    for (const commission of outcome.commissions) addNewCommission(this.#commissions, this.#workspaceId, commission, fact);
    addReversals(this.#reversals, this.#workspaceId, outcome);
    for (const reversal of outcome.reversals) this.#reversed.push(reversal);
    for (const change of outcome.changes) this.#changes.push({ fact, change });
    if (outcome.transaction !== null) this.#booking.add(outcome.transaction, fact.recordedAt);
    this.#lastSeq = fact.seq;
  }

  end(counters: CounterDeltas): CountedRows {
    return {
      lastSeq: this.#lastSeq,
      decisions: this.#decisions.take(),
      commissions: this.#commissions.take(),
      reversals: this.#reversals.take(),
      reversed: this.#reversed,
      changes: this.#changes,
      counters,
      books: this.#booking.end(),
    };
  }
}

/**
 * Writes counted rows and moves the cursor: all or nothing, and only from where it stood. Nobody waits for that: it travels with
 * the next statements, at the latest with the commit, and fails it. Gives where counting then stands.
 */
export function writeCounted(tx: Tx, workspaceId: string, from: CountHead, rows: CountedRows): CountHead {
  const head = { countedSeq: rows.lastSeq, transactionHash: rows.books.hash };
  const stored = Promise.all([
    moveCountHead(tx, workspaceId, from, head),
    tx.copy(`decision_0 (${columnNames(decisionColumns)})`, rows.decisions),
    tx.copy(`commission_0 (${columnNames(newCommissionColumns)})`, rows.commissions),
    tx.copy(`reversal_0 (${columnNames(reversalColumns)})`, rows.reversals),
    addToReversed(tx, workspaceId, rows.reversed),
    ...rows.changes.map(({ fact, change }) => applyChange(tx, workspaceId, fact, change)),
    addCounters(tx, workspaceId, rows.counters),
    appendRows(tx, rows.books),
  ]);
  stored.catch(() => undefined);
  return head;
}

// Overtaken by another process, the cursor would become null, which its column refuses: the transaction fails by itself.
async function moveCountHead(tx: Tx, workspaceId: string, from: CountHead, to: CountHead): Promise<void> {
  await tx.query(
    `update count_head set counted_seq = case when counted_seq = $4 then $2::bigint end, transaction_hash = $3 where workspace_id = $1`,
    [workspaceId, to.countedSeq, to.transactionHash, from.countedSeq],
  );
}

/** Behind an update of commissions named `moved`: which of them the fact changed, for as long as somebody follows (`following.store.ts`). */
function keepingMoved(fact: string, before: string, after: string): string {
  return `insert into commission_change (workspace_id, fact_seq, commission_fact_seq, commission_number, status_before, status_after)
    select $1, ${fact}, fact_seq, number, ${before}, ${after} from moved
     where ${before} <> ${after} and exists (select from count_head where workspace_id = $1 and keeps_changes)
    on conflict (workspace_id, fact_seq, commission_fact_seq, commission_number) do update set status_after = excluded.status_after`;
}

async function addToReversed(tx: Tx, workspaceId: string, reversed: readonly Reversal[]): Promise<void> {
  if (reversed.length === 0) return;
  await tx.query(
    `with moved as (
       update commission c set reversed = c.reversed + r.amount,
         status = case when c.reversed + r.amount = c.amount then 'reversed' else c.status end
        from (select seq, number, sum(amount)::bigint as amount, max(cause) as cause
                from unnest($2::bigint[], $3::int[], $4::bigint[], $5::bigint[]) as t (seq, number, amount, cause)
               group by seq, number) r
        join commission b on b.workspace_id = $1 and b.fact_seq = r.seq and b.number = r.number
       where c.workspace_id = $1 and c.fact_seq = r.seq and c.number = r.number
       returning c.fact_seq, c.number, r.cause, b.status as before, c.status as after
     ) ${keepingMoved('cause', 'before', 'after')}`,
    [
      workspaceId,
      reversed.map(({ commission }) => commission.factSeq),
      reversed.map(({ commission }) => commission.number),
      reversed.map(({ amount }) => amount),
      reversed.map(({ factSeq }) => factSeq),
    ],
  );
}

async function applyChange(tx: Tx, workspaceId: string, fact: Fact, change: CommissionChange): Promise<void> {
  switch (change.kind) {
    case 'suspended':
    case 'restored':
    case 'approved':
    case 'held':
    case 'unheld':
      await tx.query(
        `with moved as (
           update commission c set status = case when c.reversed = c.amount then c.status else $4 end, blocks = $5, settled_in = null
             from commission b
            where c.workspace_id = $1 and c.fact_seq = $2 and c.number = $3
              and b.workspace_id = $1 and b.fact_seq = $2 and b.number = $3
           returning c.fact_seq, c.number, b.status as before, c.status as after
         ) ${keepingMoved('$6::bigint', 'before', 'after')}`,
        [workspaceId, change.commission.factSeq, change.commission.number, change.status, change.blocks, fact.seq],
      );
      return;
    case 'refused':
      await tx.query(
        `with moved as (
           update commission c set status = 'refused' from commission b
            where c.workspace_id = $1 and c.fact_seq = $2 and c.number = $3
              and b.workspace_id = $1 and b.fact_seq = $2 and b.number = $3
           returning c.fact_seq, c.number, b.status as before, c.status as after
         ) ${keepingMoved('$4::bigint', 'before', 'after')}`,
        [workspaceId, change.commission.factSeq, change.commission.number, fact.seq],
      );
      return;
    case 'returned':
      await applyReturn(tx, workspaceId, fact, change);
      return;
    case 'released':
      await tx.query(
        `with moved as (
           update commission set status = 'payable'
            where workspace_id = $1 and status = 'pending' and payable_at <= $2 and fact_seq < $3
           returning fact_seq, number
         ) ${keepingMoved('$3', `'pending'`, `'payable'`)}`,
        [workspaceId, new Date(change.dueAt), fact.seq],
      );
      return;
    case 'payout':
      await applyPayoutStep(tx, workspaceId, fact, change);
      return;
    case 'exchanged':
      await tx.query(
        `update commission set settled_in = nullif($4, currency)
          where workspace_id = $1 and partner_id = $2 and coalesce(settled_in, currency) = $3 and status = 'payable' and fact_seq < $5`,
        [workspaceId, change.partnerId, change.currency, change.to, fact.seq],
      );
      return;
    default:
      change satisfies never;
  }
}

type Return = Extract<CommissionChange, { kind: 'returned' }>;

/** Past pending, a commission that lives again stands where its payout has taken it meanwhile. */
async function applyReturn(tx: Tx, workspaceId: string, fact: Fact, { commission, to, blocks }: Return): Promise<void> {
  await tx.query(
    `with moved as (
       update commission c set blocks = $6, settled_in = case when $4 = 'payable' then c.settled_in end, status = case
           when c.reversed = c.amount then 'reversed'
           when $4 <> 'payable' then $4
           when c.status <> 'reversed' then c.status
           when c.payout_seq is null then 'payable'
           when exists (select 1 from fact p where p.workspace_id = $1 and p.target_seq = c.payout_seq and p.seq < $5
                          and p.kind = 'payout_confirmed') then 'paid'
           else 'in_payout' end
         from commission b
        where c.workspace_id = $1 and c.fact_seq = $2 and c.number = $3
          and b.workspace_id = $1 and b.fact_seq = $2 and b.number = $3
       returning c.fact_seq, c.number, b.status as before, c.status as after
     ) ${keepingMoved('$5', 'before', 'after')}`,
    [workspaceId, commission.factSeq, commission.number, to, fact.seq, blocks],
  );
}

type PayoutStep = Extract<CommissionChange, { kind: 'payout' }>;

async function applyPayoutStep(tx: Tx, workspaceId: string, fact: Fact, change: PayoutStep): Promise<void> {
  if (change.step === 'started') {
    await tx.query(
      `with moved as (
         update commission set status = 'in_payout', payout_seq = $4
          where workspace_id = $1 and partner_id = $2 and coalesce(settled_in, currency) = $3 and status = 'payable' and fact_seq < $4
         returning fact_seq, number
       ) ${keepingMoved('$4', `'payable'`, `'in_payout'`)}`,
      [workspaceId, change.partnerId, change.currency, fact.seq],
    );
    return;
  }
  await tx.query(
    `with moved as (
       update commission c set status = case when c.status in ('reversed', 'refused') then c.status else $4 end,
              payout_seq = case when $4 = 'paid' then c.payout_seq end
        where c.workspace_id = $1 and c.partner_id = $2 and c.status in ('in_payout', 'reversed', 'refused') and c.payout_seq = $3
       returning c.fact_seq, c.number, c.status as after
     ) ${keepingMoved('$5::bigint', `case when after in ('reversed', 'refused') then after else 'in_payout' end`, 'after')}`,
    [workspaceId, change.partnerId, fact.targetSeq, change.step === 'confirmed' ? 'paid' : 'payable', fact.seq],
  );
}

async function addCounters(tx: Tx, workspaceId: string, counters: CounterDeltas): Promise<void> {
  const moved = [...counters].filter(([, { delta }]) => delta !== 0n);
  if (moved.length === 0) return;
  await tx.query(
    `insert into counter (workspace_id, entity, key, value)
     select $1, c.entity, c.key, c.delta from unnest($2::text[], $3::text[], $4::bigint[]) as c (entity, key, delta)
     on conflict (workspace_id, entity, key) do update set value = counter.value + excluded.value`,
    [workspaceId, moved.map(([, { entity }]) => entity), moved.map(([key]) => key), moved.map(([, { delta }]) => delta)],
  );
}
