import type { LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { NOBODY } from './sums/day-sum.ts';

export interface FunnelFilter {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly partnerId: string | null;
  readonly programId: string | null;
}

export interface FunnelRow {
  readonly currency: string;
  readonly leads: bigint;
  readonly sales: bigint;
  readonly refunds: bigint;
  readonly commissions: bigint;
  readonly amount: bigint;
  readonly refunded: bigint;
  readonly earned: bigint;
  readonly reversed: bigint;
  readonly paid: bigint;
}

/** What happened in a period, by currency; payments belong to no program. */
export function selectFunnel(tx: Tx, workspaceId: string, filter: FunnelFilter): Promise<FunnelRow[]> {
  return tx.query<FunnelRow>(
    `select currency, sum(leads)::bigint as leads, sum(sales)::bigint as sales, sum(refunds)::bigint as refunds,
        sum(commissions)::bigint as commissions, sum(amount)::bigint as amount, sum(refunded)::bigint as refunded,
        sum(earned)::bigint as earned, sum(reversed)::bigint as reversed, sum(paid)::bigint as paid
      from conversion_daily
      where workspace_id = $1 and grain = 'total' and partner_id = $2 and key = '' and day between $3::date and $4::date
        and ($5::uuid is null or program_id = $5)
      group by currency order by currency`,
    [workspaceId, filter.partnerId ?? NOBODY, filter.from, filter.to, filter.programId],
  );
}

export interface MoverRow {
  readonly partner_id: string;
  readonly current: bigint;
  readonly before: bigint;
}

/** The partners whose sales rose or fell most between two periods that follow each other, in one currency. */
export async function selectMovers(
  tx: Tx,
  workspaceId: string,
  period: { readonly before: LocalDate; readonly from: LocalDate; readonly to: LocalDate; readonly currency: string },
  most: number,
): Promise<{ rising: MoverRow[]; falling: MoverRow[] }> {
  const rows = await tx.query<MoverRow & { rises: boolean }>(
    `with sums as (
       select partner_id, coalesce(sum(amount - refunded) filter (where day >= $3::date), 0) as current,
         coalesce(sum(amount - refunded) filter (where day < $3::date), 0) as before
       from conversion_daily
       where workspace_id = $1 and grain = 'total' and partner_id <> '${NOBODY}' and day between $2::date and $4::date and currency = $5
       group by partner_id
     ), moved as (select *, current > before as rises, abs(current - before) as by from sums where current <> before),
     placed as (select *, row_number() over (partition by rises order by by desc, partner_id) as place from moved)
     select partner_id, current::bigint, before::bigint, rises from placed where place <= $6 order by rises, place`,
    [workspaceId, period.before, period.from, period.to, period.currency, most],
  );
  return { rising: rows.filter(({ rises }) => rises), falling: rows.filter(({ rises }) => !rises) };
}
