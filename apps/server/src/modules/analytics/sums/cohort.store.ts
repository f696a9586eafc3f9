import type { Tx } from '../../../platform/db/index.ts';
import type { Cohorts } from './cohorts.ts';

const measures = ['customers', 'sales', 'amount', 'refunded', 'earned', 'reversed'] as const;
const names = measures.join(', ');
const adding = measures.map((measure) => `${measure} = c.${measure} + excluded.${measure}`).join(', ');
const places = measures.map((_, index) => `$${index + 7}::bigint[]`).join(', ');

/** Adds new customers to their cohorts, and to what each cohort brought. */
export async function saveCohorts(tx: Tx, workspaceId: string, { customers, sums }: Cohorts): Promise<void> {
  if (customers.size > 0) {
    const all = [...customers];
    await tx.query(
      `insert into cohort_customer (workspace_id, customer_id, month, partner_id, program_id)
       select $1, a.* from unnest($2::uuid[], $3::date[], $4::uuid[], $5::uuid[]) a`,
      [
        workspaceId,
        all.map(([id]) => id),
        all.map(([, { month }]) => month),
        all.map(([, { partnerId }]) => partnerId),
        all.map(([, { programId }]) => programId),
      ],
    );
  }
  if (sums.length === 0) return;
  await tx.query(
    `insert into cohort_monthly as c (workspace_id, cohort, partner_id, program_id, month, currency, ${names})
     select $1, a.* from unnest($2::date[], $3::uuid[], $4::uuid[], $5::date[], $6::text[], ${places}) a
     on conflict (workspace_id, cohort, partner_id, program_id, month, currency) do update set ${adding}`,
    [
      workspaceId,
      sums.map(({ cohort }) => cohort),
      sums.map(({ partnerId }) => partnerId),
      sums.map(({ programId }) => programId),
      sums.map(({ month }) => month),
      sums.map(({ currency }) => currency),
      ...measures.map((measure) => sums.map((sum) => sum[measure])),
    ],
  );
}
