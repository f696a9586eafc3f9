import type { Credit } from '@cordee/core/attribution';
import type { Fact } from '@cordee/core/counting';
import type { Tx } from '../../../platform/db/index.ts';
import type { CohortOf, CountedFact, Moved, Stretch } from './stretch.ts';
import { factColumnsOf, factFromRow, type FactRow } from '../../fact/index.ts';
import { placeCredits, type UnplacedFact } from './place-credits.store.ts';

const columns = factColumnsOf('f');

/** The counted facts after `after` up to `through`, with what they moved and the earlier ones they are about. */
export async function loadStretch(tx: Tx, workspaceId: string, after: bigint, through: bigint): Promise<Stretch> {
  const facts = await selectCounted(tx, workspaceId, 'f.seq > $2 and f.seq <= $3', [after, through]);
  const moved = await selectMoved(tx, workspaceId, after, through);
  const here = new Set(facts.map(({ fact }) => fact.seq));
  const targets = new Set(facts.flatMap(({ fact }) => (fact.targetSeq === null ? [] : [fact.targetSeq])));
  const sources = moved.flatMap(({ commission }) => (commission === null ? [] : [commission.factSeq]));
  const earlier = [...new Set([...targets, ...sources])].filter((seq) => !here.has(seq));
  const before = await selectCounted(tx, workspaceId, 'f.seq = any($2::bigint[])', [earlier]);
  const placed = await placeCredits(tx, workspaceId, [...facts, ...before]);
  return {
    facts: placed.slice(0, facts.length),
    moved,
    known: new Map(placed.map((counted) => [counted.fact.seq, counted])),
    events: await selectEvents(tx, workspaceId, [...targets], through),
    earners: await selectEarners(tx, workspaceId, [...targets]),
    cohorts: await selectCohorts(tx, workspaceId, placed),
  };
}

async function selectCounted(tx: Tx, workspaceId: string, condition: string, values: unknown[]): Promise<UnplacedFact[]> {
  const rows = await tx.query<FactRow & { program_id: string | null; credits: Credit[] | null }>(
    `select ${columns}, d.program_id, d.detail->'credits' as credits
       from fact f join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq
      where f.workspace_id = $1 and ${condition} order by f.seq`,
    [workspaceId, ...values],
  );
  return rows.map((row) => ({ fact: factFromRow(row), programId: row.program_id, credits: row.credits ?? [] }));
}

async function selectMoved(tx: Tx, workspaceId: string, after: bigint, through: bigint): Promise<Moved[]> {
  const rows = await tx.query<{
    fact_seq: bigint;
    partner_id: string;
    currency: string;
    amount: bigint;
    debit: string;
    credit: string;
    commission_fact_seq: bigint | null;
    enrollment_id: string | null;
    program_id: string | null;
  }>(
    `select p.fact_seq, p.partner_id, p.currency, p.amount, p.debit, p.credit, p.commission_fact_seq, c.enrollment_id, c.program_id
       from posting p
       left join commission c on c.workspace_id = p.workspace_id and c.fact_seq = p.commission_fact_seq and c.number = p.commission_number
      where p.workspace_id = $1 and p.fact_seq > $2 and p.fact_seq <= $3 order by p.fact_seq, p.number`,
    [workspaceId, after, through],
  );
  return rows.map((row) => ({
    factSeq: row.fact_seq,
    partnerId: row.partner_id,
    currency: row.currency,
    amount: row.amount,
    debit: row.debit,
    credit: row.credit,
    commission:
      row.commission_fact_seq === null || row.enrollment_id === null || row.program_id === null
        ? null
        : { factSeq: row.commission_fact_seq, enrollmentId: row.enrollment_id, programId: row.program_id },
  }));
}

async function selectEvents(
  tx: Tx,
  workspaceId: string,
  targets: readonly bigint[],
  through: bigint,
): Promise<Map<bigint, Fact[]>> {
  if (targets.length === 0) return new Map();
  const rows = await tx.query<FactRow>(
    `select ${columns} from fact f
      where f.workspace_id = $1 and f.target_seq = any($2::bigint[]) and f.seq <= $3 order by f.seq`,
    [workspaceId, targets, through],
  );
  return Map.groupBy(rows.map(factFromRow), (fact) => fact.targetSeq ?? 0n);
}

async function selectEarners(tx: Tx, workspaceId: string, targets: readonly bigint[]): Promise<Map<bigint, Set<string>>> {
  if (targets.length === 0) return new Map();
  const rows = await tx.query<{ fact_seq: bigint; partner_id: string }>(
    `select distinct fact_seq, partner_id from commission where workspace_id = $1 and fact_seq = any($2::bigint[])`,
    [workspaceId, targets],
  );
  const byFact = Map.groupBy(rows, (row) => row.fact_seq);
  return new Map([...byFact].map(([seq, found]) => [seq, new Set(found.map((row) => row.partner_id))]));
}

async function selectCohorts(tx: Tx, workspaceId: string, facts: readonly CountedFact[]): Promise<Map<string, CohortOf>> {
  const customers = new Set(facts.flatMap(({ fact }) => (fact.customerId === null ? [] : [fact.customerId])));
  if (customers.size === 0) return new Map();
  const rows = await tx.query<CohortOf & { customer_id: string }>(
    `select customer_id, month, partner_id as "partnerId", program_id as "programId" from cohort_customer
      where workspace_id = $1 and customer_id = any($2::uuid[])`,
    [workspaceId, [...customers]],
  );
  return new Map(rows.map(({ customer_id: id, month, partnerId, programId }) => [id, { month, partnerId, programId }]));
}
