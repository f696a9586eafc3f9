import type { Rail } from '@cordee/core/rail';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { PayoutState } from './payout.store.ts';

/** A payout with what is known of its way. */
export interface Way {
  readonly id: string;
  readonly partnerId: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly state: PayoutState;
  readonly rail: Rail | null;
  readonly settlement: string | null;
  readonly endReason: string | null;
  readonly startedSeq: bigint;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly executionDate: LocalDate | null;
  readonly approvedAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly paidOn: LocalDate | null;
}

interface WayRow {
  id: string;
  partner_id: string;
  amount: bigint;
  currency: string;
  state: PayoutState;
  rail: Rail | null;
  settlement: string | null;
  end_reason: string | null;
  started_seq: bigint;
  created_at: Instant;
  ended_at: Instant | null;
  execution_date: string | null;
  approved_at: Instant | null;
  sent_at: Instant | null;
  paid_on: string | null;
}

/** Payouts with what their batches and their ends say, newest first. */
export async function selectWays(
  tx: Tx,
  workspaceId: string,
  { partnerId, before, limit }: { readonly partnerId: string | null; readonly before: string | null; readonly limit: number },
): Promise<Way[]> {
  const rows = await tx.query<WayRow>(
    `select p.id, p.partner_id, p.amount, p.currency, p.state, b.rail, p.settlement, p.end_reason, p.started_seq, p.created_at,
            f.recorded_at as ended_at, b.execution_date::text, b.approved_at, b.sent_at, b.paid_on::text
       from payout p
       left join payout_batch b on b.workspace_id = p.workspace_id and b.id = p.batch_id
       left join fact f on f.workspace_id = p.workspace_id and f.seq = p.ended_seq
      where p.workspace_id = $1 and ($2::uuid is null or p.partner_id = $2) and ($3::uuid is null or p.id < $3)
      order by p.id desc limit $4`,
    [workspaceId, partnerId, before, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    amount: row.amount,
    currency: row.currency,
    state: row.state,
    rail: row.rail,
    settlement: row.settlement,
    endReason: row.end_reason,
    startedSeq: row.started_seq,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    executionDate: row.execution_date,
    approvedAt: row.approved_at,
    sentAt: row.sent_at,
    paidOn: row.paid_on,
  }));
}

/** When what a payout covers was earned, was to be payable, and became so; of the first and the last commission. */
export interface Covered {
  readonly earnedFrom: Instant;
  readonly earnedAt: Instant;
  readonly dueAt: Instant;
  readonly releasedFrom: Instant | null;
  readonly releasedAt: Instant | null;
}

/** What payouts cover, by the number of the fact that started each. One that came back covers nothing any more. */
export async function selectCovered(
  tx: Tx,
  workspaceId: string,
  ways: readonly Pick<Way, 'partnerId' | 'startedSeq'>[],
): Promise<Map<bigint, Covered>> {
  if (ways.length === 0) return new Map();
  const rows = await tx.query<{
    payout_seq: bigint;
    earned_from: Instant;
    earned_at: Instant;
    due_at: Instant;
    released_from: Instant | null;
    released_at: Instant | null;
  }>(
    // A release moves all of a partner that is due at once: the first after the first was due, the last before the payout.
    `select c.payout_seq, c.earned_from, c.earned_at, c.due_at, r.released_from, r.released_at
       from (
         select payout_seq, partner_id, coalesce(settled_in, currency) as currency, min(occurred_at) as earned_from,
                max(occurred_at) as earned_at, min(payable_at) as first_due, max(payable_at) as due_at
           from commission
          where workspace_id = $1 and partner_id = any($2::uuid[]) and payout_seq = any($3::bigint[])
          group by 1, 2, 3) c
       cross join lateral (
         select min(t.recorded_at) as released_from, max(t.recorded_at) as released_at
           from posting p join ledger_transaction t on t.workspace_id = p.workspace_id and t.fact_seq = p.fact_seq
          where p.workspace_id = $1 and p.partner_id = c.partner_id and p.currency = c.currency and p.fact_seq < c.payout_seq
            and p.debit = 'pending' and p.credit = 'payable' and t.kind = 'release' and t.recorded_at >= c.first_due) r`,
    [workspaceId, [...new Set(ways.map(({ partnerId }) => partnerId))], ways.map(({ startedSeq }) => String(startedSeq))],
  );
  return new Map(
    rows.map((row) => [
      row.payout_seq,
      {
        earnedFrom: row.earned_from,
        earnedAt: row.earned_at,
        dueAt: row.due_at,
        releasedFrom: row.released_from,
        releasedAt: row.released_at,
      },
    ]),
  );
}
