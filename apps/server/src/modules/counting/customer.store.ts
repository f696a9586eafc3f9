import {
  absorbConversion,
  bindTouches,
  customerNeeds,
  emptyCustomer,
  type CustomerRecord,
  type Terms,
} from '@cordee/core/counting';
import type { Credit } from '@cordee/core/attribution';
import type { Tx } from '../../platform/db/index.ts';
import { factFromRow, type FactRow } from './fact-rows.ts';

interface CustomerFactRow extends FactRow {
  program_id: string | null;
  credits: Credit[] | null;
  paid: [string, string][] | null;
}

/** Customers as counting knows them after `countedSeq`, read back from their own facts: there is no other record to go stale. */
export async function loadCustomers(
  tx: Tx,
  workspaceId: string,
  countedSeq: bigint,
  ids: readonly string[],
  terms: Terms,
): Promise<Map<string, CustomerRecord>> {
  const customers = new Map<string, CustomerRecord>(ids.map((id) => [id, emptyCustomer()]));
  if (ids.length === 0 || countedSeq === 0n) return customers;
  const needs = customerNeeds(terms);
  const rows = await tx.query<CustomerFactRow>(
    `select f.seq, f.kind, f.source, f.external_id, f.occurred_at, f.recorded_at, f.customer_id, f.currency, f.amount, f.target_seq,
            f.body, d.program_id, d.detail->'credits' as credits,
            (select json_agg(json_build_array(c.enrollment_id, c.plan_version_id))
               from commission c
              where c.workspace_id = f.workspace_id and c.fact_seq = f.seq and c.arithmetic->>'kind' <> 'upline') as paid
       from fact f
       left join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq
      where f.workspace_id = $1 and f.customer_id = any($2::uuid[]) and f.seq <= $3 and f.kind in ('sale', 'lead')
      order by f.seq`,
    [workspaceId, ids, countedSeq],
  );
  for (const row of rows) {
    const customer = customers.get(row.customer_id ?? '');
    if (customer === undefined) continue;
    const fact = factFromRow(row);
    bindTouches(customer, fact, terms);
    const paid = (row.paid ?? []).map(([enrollmentId, planVersionId]) => ({ enrollmentId, planVersionId }));
    absorbConversion(customer, fact, row.program_id, row.credits ?? [], paid, needs);
  }
  return customers;
}
