import {
  absorbConversion,
  bindTouches,
  type CustomerFact,
  type CustomerNeeds,
  customerKinds,
  customerNeeds,
  emptyCustomer,
  type CustomerRecord,
  type Terms,
} from '@cordee/core/counting';
import type { Credit } from '@cordee/core/attribution';
import { instantColumn } from '../../platform/db/instant-text.ts';
import type { Tx } from '../../platform/db/index.ts';

interface CustomerFactRow {
  customer_id: string;
  seq: bigint;
  kind: CustomerFact['kind'];
  occurred_at: number;
  recorded_at: number;
  body: CustomerFact['body'];
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
  const rows = await tx.query<CustomerFactRow>(queryFor(needs), [workspaceId, ids, countedSeq, customerKinds]);
  for (const row of rows) {
    const customer = customers.get(row.customer_id);
    if (customer === undefined) continue;
    const { seq, kind, occurred_at: occurredAt, recorded_at: recordedAt, body } = row;
    const fact: CustomerFact = { seq, kind, occurredAt, recordedAt, body };
    bindTouches(customer, fact, terms);
    const paid = (row.paid ?? []).map(([enrollmentId, planVersionId]) => ({ enrollmentId, planVersionId }));
    absorbConversion(customer, fact, row.program_id, row.credits ?? [], paid, needs);
  }
  return customers;
}

/** Each part that is asked for costs a look into another table for every fact. Instants as numbers are read faster than as text. */
function queryFor(needs: CustomerNeeds): string {
  const kept = needs.kept ? `d.program_id, d.detail->'credits' as credits` : 'null::uuid as program_id, null::json as credits';
  const decisions = needs.kept ? 'left join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq' : '';
  const paid = needs.payments
    ? `(select json_agg(json_build_array(c.enrollment_id, c.plan_version_id))
          from commission c
         where c.workspace_id = f.workspace_id and c.fact_seq = f.seq and c.arithmetic->>'kind' <> 'upline')`
    : 'null::json';
  return `select f.customer_id, f.seq, f.kind, ${instantColumn('f.occurred_at')}::float8 as occurred_at,
           ${instantColumn('f.recorded_at')}::float8 as recorded_at, f.body, ${kept}, ${paid} as paid
      from fact f ${decisions}
     where f.workspace_id = $1 and f.customer_id = any($2::uuid[]) and f.seq <= $3 and f.kind = any($4::text[])
     order by f.seq`;
}
