import {
  absorbConversion,
  bindTouches,
  type CustomerFact,
  type CustomerNeeds,
  customerNeeds,
  emptyCustomer,
  type CustomerRecord,
  type Terms,
} from '@cordee/core/counting';
import type { Credit } from '@cordee/core/attribution';
import { copyField, copyLines, literalUuid, literalUuids } from '../../platform/db/copy.ts';
import { instantColumn } from '../../platform/db/instant-text.ts';
import type { Tx } from '../../platform/db/index.ts';

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
  await copyLines(tx, queryOf(workspaceId, countedSeq, ids, needs), (line) => {
    const [customerId = '', seq = '', kind = '', occurredAt, recordedAt, body = '', programId, credits, paid] = line.split('\t');
    const customer = customers.get(customerId);
    if (customer === undefined) return;
    const fact: CustomerFact = {
      seq: BigInt(seq),
      kind: kind as CustomerFact['kind'],
      occurredAt: Number(occurredAt),
      recordedAt: Number(recordedAt),
      body: JSON.parse(copyField(body)) as CustomerFact['body'],
    };
    bindTouches(customer, fact, terms);
    absorbConversion(customer, fact, programId === '\\N' ? null : (programId ?? null), creditsOf(credits), paidOf(paid), needs);
  });
  return customers;
}

/** Each part that is asked for costs a look into another table for every fact. */
function queryOf(workspaceId: string, countedSeq: bigint, ids: readonly string[], needs: CustomerNeeds): string {
  const kept = needs.kept ? `d.program_id, d.detail->'credits'` : 'null, null';
  const decisions = needs.kept ? 'left join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq' : '';
  const paid = needs.payments
    ? `(select json_agg(json_build_array(c.enrollment_id, c.plan_version_id) order by c.number) from commission c
          where c.workspace_id = f.workspace_id and c.fact_seq = f.seq and c.arithmetic->>'kind' <> 'upline')`
    : 'null';
  return `select f.customer_id, f.seq, f.kind, ${instantColumn('f.occurred_at')}, ${instantColumn('f.recorded_at')}, f.body, ${kept}, ${paid}
    from fact f ${decisions}
    where f.workspace_id = ${literalUuid(workspaceId)} and f.customer_id = any(${literalUuids(ids)}) and f.seq <= ${countedSeq}
      and f.kind in ('sale', 'lead')
    order by f.seq`;
}

function creditsOf(field: string | undefined): readonly Credit[] {
  return field === undefined || field === '\\N' ? [] : (JSON.parse(copyField(field)) as Credit[]);
}

function paidOf(field: string | undefined): { readonly enrollmentId: string; readonly planVersionId: string }[] {
  if (field === undefined || field === '\\N') return [];
  const pairs = JSON.parse(copyField(field)) as [string, string][];
  return pairs.map(([enrollmentId, planVersionId]) => ({ enrollmentId, planVersionId }));
}
