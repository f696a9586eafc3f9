import type { CohortsAnswer, CohortsQuery } from '@cordee/contract/analytics';
import type { LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { mustBeStaff } from '../analytics.policy.ts';
import { selectCohorts, type CohortRow } from '../cohort-list.store.ts';
import { settingsOf } from '../sums/sums.store.ts';

/** Customers by the month they first bought, and what they brought in each month since. */
export function getCohorts(context: Context, query: CohortsQuery): Promise<Wire<CohortsAnswer>> {
  mustBeStaff(context.actor);
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const currency = query.currency ?? (await settingsOf(tx, workspaceId)).currency;
    const rows = await selectCohorts(tx, workspaceId, {
      from: `${query.from}-01`,
      to: `${query.to}-01`,
      partnerId: query.partnerId ?? null,
      programId: query.programId ?? null,
      currency,
    });
    const cohorts = [...Map.groupBy(rows, ({ cohort }) => cohort)].map(([cohort, months]) => ({
      month: cohort.slice(0, 7),
      customers: months.reduce((sum, { customers }) => sum + customers, 0n),
      months: months.map((row) => monthOf(cohort, row)),
    }));
    return { currency, cohorts };
  });
}

function monthOf(cohort: LocalDate, { month, sales, amount, refunded, commissions }: CohortRow) {
  return { since: monthNumber(month) - monthNumber(cohort), sales, amount, refunded, net: amount - refunded, commissions };
}

function monthNumber(day: LocalDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
