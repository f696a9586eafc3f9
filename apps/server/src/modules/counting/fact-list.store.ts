import type { FactKind, UnpaidReason } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { factColumns, type FactRow } from '../fact/index.ts';

/** A fact with what a list shows beside it. */
export interface ListedFact extends FactRow {
  readonly target_recorded_at: Instant | null;
  readonly counted: boolean;
  readonly unpaid: UnpaidReason | null;
  readonly customer_external_id: string | null;
  /** Whether the program that took it keeps customers from partners' eyes; true when none took it. */
  readonly masked: boolean;
}

/** What is left to look at, fact by fact. */
export interface FactFilter {
  readonly seqs: readonly bigint[];
  /** Whom they were found for: decisions about others' commissions are left out. */
  readonly partnerId?: string | undefined;
  readonly kind?: FactKind | undefined;
  readonly except?: FactKind | undefined;
  readonly programId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly unpaid?: boolean | undefined;
}

const columns = factColumns
  .split(', ')
  .map((column) => `f.${column}`)
  .join(', ');

/** Those of these facts that the filter lets through, in no order. */
export async function selectFacts(tx: Tx, workspaceId: string, filter: FactFilter): Promise<ListedFact[]> {
  if (filter.seqs.length === 0) return [];
  const values: unknown[] = [workspaceId, filter.seqs];
  const where: string[] = [];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  add(filter.partnerId, isNotOthersReview);
  add(filter.kind, (place) => `f.kind = ${place}`);
  add(filter.except, (place) => `f.kind <> ${place}`);
  add(filter.programId, (place) => `d.program_id = ${place}`);
  add(filter.customerId, (place) => `f.customer_id = ${place}`);
  add(instantValue(filter.from), (place) => `f.occurred_at >= ${place}`);
  add(instantValue(filter.to), (place) => `f.occurred_at < ${place}`);
  if (filter.unpaid !== undefined) where.push(`d.fact_seq is not null and d.unpaid is ${filter.unpaid ? 'not ' : ''}null`);
  return tx.query<ListedFact>(
    `select ${columns}, t.recorded_at as target_recorded_at, d.fact_seq is not null as counted, d.unpaid,
            c.external_id as customer_external_id, coalesce(p.mask_customers, true) as masked
       from fact f
       left join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq
       left join fact t on t.workspace_id = f.workspace_id and t.seq = f.target_seq
       left join customer c on c.workspace_id = f.workspace_id and c.id = f.customer_id
       left join program p on p.workspace_id = f.workspace_id and p.id = d.program_id
      where f.workspace_id = $1 and f.seq = any($2::bigint[])${where.map((condition) => ` and ${condition}`).join('')}`,
    values,
  );
}

/** A decision about commissions concerns only the partners whose commissions it names, not all that share the sale. */
function isNotOthersReview(partner: string): string {
  return `(f.body->'commissions' is null or exists (select 1 from commission r
    where r.workspace_id = f.workspace_id and r.fact_seq = f.target_seq and r.partner_id = ${partner}::uuid
      and (f.body->'commissions')::jsonb @> jsonb_build_array(jsonb_build_object('number', r.number))))`;
}

/** Whether a fact credits this partner, moves its accounts, or is about a conversion that does. */
export async function concernsPartner(tx: Tx, workspaceId: string, seq: bigint, partnerId: string): Promise<boolean> {
  const [row] = await tx.query<{ concerned: boolean }>(
    `select ${isNotOthersReview('$3')} and (
         exists (select 1 from posting m where m.workspace_id = f.workspace_id and m.fact_seq = f.seq and m.partner_id = $3)
         or exists (select 1 from commission m where m.workspace_id = f.workspace_id and m.fact_seq = f.target_seq and m.partner_id = $3)
         or exists (select 1 from decision d cross join lateral json_array_elements(d.detail->'credits') k
           where d.workspace_id = f.workspace_id and d.fact_seq in (f.seq, f.target_seq) and k->>'partnerId' = $3::text)) as concerned
       from fact f where f.workspace_id = $1 and f.seq = $2`,
    [workspaceId, seq, partnerId],
  );
  return row?.concerned === true;
}

/** The numbers of facts the company or another system named so. */
export async function factsNamed(tx: Tx, workspaceId: string, externalId: string): Promise<bigint[]> {
  // The sources are few: the next one is found behind the last, so that each is one look into the index.
  const rows = await tx.query<{ seq: bigint }>(
    `with recursive sources as (
       (select source from fact where workspace_id = $1 order by source limit 1)
       union all
       select (select f.source from fact f where f.workspace_id = $1 and f.source > s.source order by f.source limit 1)
         from sources s where s.source is not null
     )
     select f.seq from sources s join fact f on f.workspace_id = $1 and f.source = s.source and f.external_id = $2
      where s.source is not null order by f.seq desc limit 100`,
    [workspaceId, externalId],
  );
  return rows.map(({ seq }) => seq);
}

function instantValue(at: Instant | undefined): Date | undefined {
  return at === undefined ? undefined : new Date(at);
}

/** When these facts were recorded, by number: the half of their ids that the number does not give. */
export async function recordingTimes(tx: Tx, workspaceId: string, seqs: readonly bigint[]): Promise<Map<bigint, Instant>> {
  if (seqs.length === 0) return new Map();
  const rows = await tx.query<{ seq: bigint; recorded_at: Instant }>(
    `select seq, recorded_at from fact where workspace_id = $1 and seq = any($2::bigint[])`,
    [workspaceId, [...new Set(seqs)]],
  );
  return new Map(rows.map((row) => [row.seq, row.recorded_at]));
}
