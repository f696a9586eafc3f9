import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface ClaimFigures {
  readonly opened: bigint;
  readonly decided: bigint;
  readonly accepted: bigint;
  readonly partlyAccepted: bigint;
  readonly refused: bigint;
  readonly automatic: bigint;
  readonly late: bigint;
  readonly open: bigint;
  readonly overdue: bigint;
  /** Median; null when none was decided. */
  readonly answerMs: bigint | null;
}

/** How claims were answered between two instants, and how they stand at the second. */
export async function claimFigures(tx: Tx, workspaceId: string, from: Instant, to: Instant): Promise<ClaimFigures> {
  const [row] = await tx.query<ClaimFigures>(
    `select count(*) filter (where opened_at >= $2 and opened_at < $3) as opened,
       count(*) filter (where is_answer) as decided,
       count(*) filter (where is_answer and state = 'accepted') as accepted,
       count(*) filter (where is_answer and state = 'partly_accepted') as "partlyAccepted",
       count(*) filter (where is_answer and state = 'refused') as refused,
       count(*) filter (where is_answer and decided_by_clock) as automatic,
       count(*) filter (where is_answer and was_late) as late,
       count(*) filter (where state in ('open', 'asked')) as open,
       count(*) filter (where state = 'open' and deadline <= $3) as overdue,
       round(percentile_cont(0.5) within group (order by answer_ms) filter (where is_answer))::bigint as "answerMs"
       from (select *, state <> 'withdrawn' and decided_at >= $2 and decided_at < $3 as is_answer from claim
              where workspace_id = $1 and (opened_at >= $2 or decided_at >= $2 or decided_at is null)) c`,
    [workspaceId, new Date(from), new Date(to)],
  );
  if (row === undefined) throw new Error('sums without a row');
  return row;
}

/** From when commissions were payable to when their payouts arrived, of payouts that ended as paid; the newest 2,000 payouts. */
export async function payFigures(
  tx: Tx,
  workspaceId: string,
  from: Instant,
  to: Instant,
): Promise<{ readonly commissions: bigint; readonly payMs: bigint | null }> {
  const [row] = await tx.query<{ commissions: bigint; payMs: bigint | null }>(
    `with paid as materialized (
       select y.partner_id, y.started_seq, f.recorded_at from payout y
         join fact f on f.workspace_id = y.workspace_id and f.seq = y.ended_seq
        where y.workspace_id = $1 and y.state = 'paid' and f.recorded_at >= $2 and f.recorded_at < $3
        order by y.id desc limit 2000
     )
     select count(*) as commissions,
       round(percentile_cont(0.5) within group (
         order by greatest(0, extract(epoch from paid.recorded_at - greatest(c.payable_at, c.recorded_at))::float8 * 1000)
       ))::bigint as "payMs"
       from paid join commission c
         on c.workspace_id = $1 and c.partner_id = paid.partner_id and c.payout_seq = paid.started_seq`,
    [workspaceId, new Date(from), new Date(to)],
  );
  return row ?? { commissions: 0n, payMs: null };
}
