import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface PartnerSum {
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
}

/** What becomes payable in a time, as it stands now, per partner and currency. */
export async function sumsPayable(tx: Tx, workspaceId: string, from: Instant, to: Instant): Promise<PartnerSum[]> {
  const rows = await tx.query<{ partner_id: string; currency: string; amount: string }>(
    `select partner_id, currency, sum(amount - reversed)::text as amount from commission
      where workspace_id = $1 and status = 'pending' and payable_at >= $2 and payable_at < $3
      group by partner_id, currency having sum(amount - reversed) > 0 order by partner_id, currency`,
    [workspaceId, new Date(from), new Date(to)],
  );
  return rows.map((row) => ({ partnerId: row.partner_id, currency: row.currency, amount: BigInt(row.amount) }));
}

export interface PartnerWeek extends PartnerSum {
  readonly commissions: number;
  readonly takenBack: bigint;
}

/** What was recorded in a time: commissions and what was taken back, per partner and currency. */
export async function sumsRecorded(tx: Tx, workspaceId: string, from: Instant, to: Instant): Promise<PartnerWeek[]> {
  // Facts are recorded in the order of time, so that a time is a range of numbers and no index over times is needed.
  const [first, last] = [await firstSince(tx, workspaceId, from), await firstSince(tx, workspaceId, to)];
  const rows = await tx.query<{ partner_id: string; currency: string; commissions: number; earned: string; taken: string }>(
    `select partner_id, currency, sum(n)::int as commissions, sum(earned)::text as earned, sum(taken)::text as taken from (
       select partner_id, currency, count(*) as n, sum(amount) as earned, 0 as taken from commission
        where workspace_id = $1 and fact_seq >= $2 and fact_seq < $3 group by partner_id, currency
       union all
       select partner_id, currency, 0, 0, sum(amount) from reversal
        where workspace_id = $1 and fact_seq >= $2 and fact_seq < $3 group by partner_id, currency
     ) moved group by partner_id, currency order by partner_id, currency`,
    [workspaceId, first, last],
  );
  return rows.map((row) => ({
    partnerId: row.partner_id,
    currency: row.currency,
    commissions: row.commissions,
    amount: BigInt(row.earned),
    takenBack: BigInt(row.taken),
  }));
}

/** The number of the first fact recorded at or after the instant; one behind the last when there is none. */
async function firstSince(tx: Tx, workspaceId: string, at: Instant): Promise<bigint> {
  const [head] = await tx.query<{ seq: bigint }>(`select seq from fact_head where workspace_id = $1`, [workspaceId]);
  let [low, high] = [1n, (head?.seq ?? 0n) + 1n];
  while (low < high) {
    const middle = (low + high) / 2n;
    const [row] = await tx.query<{ recorded_at: Instant }>(`select recorded_at from fact where workspace_id = $1 and seq = $2`, [
      workspaceId,
      middle,
    ]);
    if (row !== undefined && row.recorded_at < at) low = middle + 1n;
    else high = middle;
  }
  return low;
}
