import type { LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface CohortFilter {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly partnerId: string | null;
  readonly programId: string | null;
  readonly currency: string;
}

export interface CohortRow {
  readonly cohort: LocalDate;
  readonly month: LocalDate;
  /** Whatever they pay in. */
  readonly customers: bigint;
  readonly sales: bigint;
  readonly amount: bigint;
  readonly refunded: bigint;
  readonly commissions: bigint;
}

/** What the customers of each month brought in each month since, amounts of one currency. */
export function selectCohorts(tx: Tx, workspaceId: string, filter: CohortFilter): Promise<CohortRow[]> {
  return tx.query<CohortRow>(
    `select cohort, month, sum(customers)::bigint as customers,
        coalesce(sum(sales) filter (where currency = $6), 0)::bigint as sales,
        coalesce(sum(amount) filter (where currency = $6), 0)::bigint as amount,
        coalesce(sum(refunded) filter (where currency = $6), 0)::bigint as refunded,
        coalesce(sum(earned - reversed) filter (where currency = $6), 0)::bigint as commissions
      from cohort_monthly
      where workspace_id = $1 and cohort between $2::date and $3::date
        and ($4::uuid is null or partner_id = $4) and ($5::uuid is null or program_id = $5)
      group by cohort, month order by cohort, month`,
    [workspaceId, filter.from, filter.to, filter.partnerId, filter.programId, filter.currency],
  );
}
