import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export type PayoutState = 'in_payout' | 'paid' | 'rejected';

export interface PayoutRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly state: PayoutState;
  readonly startedSeq: bigint;
  readonly endedSeq: bigint | null;
  /** When the fact that ended it was recorded. */
  readonly endedAt: Instant | null;
  readonly reference: string | null;
  /** When the fact that started it was recorded. */
  readonly createdAt: Instant;
  /** Of payouts in a file for the bank. */
  readonly batchId: string | null;
  readonly endReason: string | null;
  /** What the rail calls it. */
  readonly settlement: string | null;
}

export interface PayoutFilter {
  readonly id?: string;
  readonly partnerId: string | null;
  readonly ids?: readonly string[];
  readonly state?: PayoutState | undefined;
  readonly batchId?: string | undefined;
  /** Ids sort by the time they were started. */
  readonly before?: string | null;
  readonly limit: number;
}

interface PayoutRow {
  id: string;
  partner_id: string;
  currency: string;
  amount: bigint;
  state: PayoutState;
  started_seq: bigint;
  ended_seq: bigint | null;
  ended_at: Instant | null;
  reference: string | null;
  created_at: Instant;
  batch_id: string | null;
  end_reason: string | null;
  settlement: string | null;
}

/** Payouts, newest first. */
export async function selectPayouts(tx: Tx, workspaceId: string, filter: PayoutFilter): Promise<PayoutRecord[]> {
  const rows = await tx.query<PayoutRow>(
    `select p.id, p.partner_id, p.currency, p.amount, p.state, p.started_seq, p.ended_seq, f.recorded_at as ended_at, p.reference,
            p.created_at, p.batch_id, p.end_reason, p.settlement
       from payout p left join fact f on f.workspace_id = p.workspace_id and f.seq = p.ended_seq
      where p.workspace_id = $1
        and ($2::uuid is null or p.id = $2) and ($3::uuid is null or p.partner_id = $3)
        and ($4::text is null or p.state = $4) and ($5::uuid is null or p.id < $5)
        and ($6::uuid is null or p.batch_id = $6) and ($7::uuid[] is null or p.id = any($7))
      order by p.id desc limit $8`,
    [
      workspaceId,
      filter.id ?? null,
      filter.partnerId,
      filter.state ?? null,
      filter.before ?? null,
      filter.batchId ?? null,
      filter.ids ?? null,
      filter.limit,
    ],
  );
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    currency: row.currency,
    amount: row.amount,
    state: row.state,
    startedSeq: row.started_seq,
    endedSeq: row.ended_seq,
    endedAt: row.ended_at,
    reference: row.reference,
    createdAt: row.created_at,
    batchId: row.batch_id,
    endReason: row.end_reason,
    settlement: row.settlement,
  }));
}

/** Payouts by their ids, those in one state when it is named; others are left out. */
export async function selectPayoutsById(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  state?: PayoutState,
): Promise<Map<string, PayoutRecord>> {
  if (ids.length === 0) return new Map();
  const found = await selectPayouts(tx, workspaceId, { ids, state, partnerId: null, limit: ids.length });
  return new Map(found.map((payout) => [payout.id, payout]));
}

export async function insertPayout(tx: Tx, workspaceId: string, payout: PayoutRecord): Promise<void> {
  await tx.query(
    `insert into payout (workspace_id, id, partner_id, currency, amount, state, started_seq, reference, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      workspaceId,
      payout.id,
      payout.partnerId,
      payout.currency,
      payout.amount,
      payout.state,
      payout.startedSeq,
      payout.reference,
      new Date(payout.createdAt),
    ],
  );
}

interface PayoutEnd {
  readonly state: 'paid' | 'rejected';
  readonly endedSeq: bigint;
  readonly reason?: string | undefined;
  readonly settlement?: string | undefined;
}

/** Ends a payout that is under way; false when it no longer is. */
export async function endPayout(
  tx: Tx,
  workspaceId: string,
  id: string,
  { state, endedSeq, reason, settlement }: PayoutEnd,
): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `update payout set state = $3, ended_seq = $4, end_reason = $5, settlement = $6
      where workspace_id = $1 and id = $2 and state = 'in_payout' returning id`,
    [workspaceId, id, state, endedSeq, reason ?? null, settlement ?? null],
  );
  return rows.length === 1;
}
