import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

/** What a partner got on a day. */
export interface PaidOn {
  readonly partnerId: string;
  readonly currency: string;
  readonly day: LocalDate;
  readonly amount: bigint;
}

interface Between {
  readonly from: Instant;
  readonly to: Instant;
  readonly zone: string;
}

/** Payments that arrived in a time, less what partners paid back, by partner, currency and day; of one partner, or of all. */
export async function paidBetween(
  tx: Tx,
  workspaceId: string,
  { from, to, zone }: Between,
  partnerId: string | null,
): Promise<PaidOn[]> {
  const rows = await tx.query<{ partner_id: string; currency: string; day: LocalDate; amount: string }>(
    `select p.partner_id, p.currency, (p.effective_at at time zone $4)::date::text as day,
            sum(case when p.credit = 'paid' then p.amount else -p.amount end)::text as amount
       from fact f join posting p on p.workspace_id = f.workspace_id and p.fact_seq = f.seq
      where f.workspace_id = $1 and (f.kind like 'payout%' or f.kind = 'debt_paid') and f.occurred_at >= $2 and f.occurred_at < $3
        and (p.credit = 'paid' or p.debit = 'paid') and ($5::uuid is null or p.partner_id = $5)
      group by 1, 2, 3 order by 3, 1, 2`,
    [workspaceId, new Date(from), new Date(to), zone, partnerId],
  );
  return rows.map((row) => ({ partnerId: row.partner_id, currency: row.currency, day: row.day, amount: BigInt(row.amount) }));
}

export interface EarnedIn {
  readonly month: string;
  readonly currency: string;
  readonly earned: bigint;
  readonly invoiced: bigint;
  readonly paid: bigint;
}

/** What a partner earned, invoiced and was paid, by month and currency, over all of its time. */
export async function earnedByMonth(tx: Tx, workspaceId: string, partnerId: string, zone: string): Promise<EarnedIn[]> {
  const rows = await tx.query<{ month: string; currency: string; earned: string; invoiced: string; paid: string }>(
    `with sums as (
       select to_char(effective_at at time zone $3, 'YYYY-MM') as month, currency,
              case when debit = 'commission_expense' then amount when credit = 'commission_expense' then -amount else 0 end as earned,
              0::bigint as invoiced,
              case when credit = 'paid' then amount when debit = 'paid' then -amount else 0 end as paid
         from posting
        where workspace_id = $1 and partner_id = $2
          and (debit in ('commission_expense', 'paid') or credit in ('commission_expense', 'paid'))
       union all
       select to_char(issued_on, 'YYYY-MM'), currency, 0, case when type = '261' then -(net + vat) else net + vat end, 0
         from invoice
        where workspace_id = $1 and partner_id = $2 and state not in ('submitted', 'refused'))
     select month, currency, sum(earned)::text as earned, sum(invoiced)::text as invoiced, sum(paid)::text as paid
       from sums group by 1, 2 order by 1, 2`,
    [workspaceId, partnerId, zone],
  );
  return rows.map(({ month, currency, earned, invoiced, paid }) => ({
    month,
    currency,
    earned: BigInt(earned),
    invoiced: BigInt(invoiced),
    paid: BigInt(paid),
  }));
}
