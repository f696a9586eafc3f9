import type { FactKind, UnpaidReason } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { factColumns, type FactRow } from './fact-rows.ts';

/** A fact with what a list shows beside it. */
export interface ListedFact extends FactRow {
  readonly target_recorded_at: Instant | null;
  readonly counted: boolean;
  readonly unpaid: UnpaidReason | null;
  readonly customer_external_id: string | null;
  /** Whether the program that took it keeps customers from partners' eyes; true when none took it. */
  readonly masked: boolean;
}

export interface FactFilter {
  readonly seq?: bigint;
  readonly kind?: FactKind | undefined;
  /** Only what credits this partner, moves its accounts, or is about a conversion that does. */
  readonly partnerId?: string | null;
  readonly customerId?: string | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly unpaid?: boolean | undefined;
  readonly before?: bigint | null;
  readonly limit: number;
}

const columns = factColumns
  .split(', ')
  .map((column) => `f.${column}`)
  .join(', ');

/** Facts, newest first. */
export async function selectFacts(tx: Tx, workspaceId: string, filter: FactFilter): Promise<ListedFact[]> {
  const values: unknown[] = [workspaceId];
  const where: string[] = [];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined || value === null) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  add(filter.seq, (place) => `f.seq = ${place}`);
  add(filter.before, (place) => `f.seq < ${place}`);
  add(filter.kind, (place) => `f.kind = ${place}`);
  add(filter.customerId, (place) => `f.customer_id = ${place}`);
  add(instantValue(filter.from), (place) => `f.occurred_at >= ${place}`);
  add(instantValue(filter.to), (place) => `f.occurred_at < ${place}`);
  add(filter.partnerId, concerns);
  if (filter.unpaid !== undefined) where.push(`d.fact_seq is not null and d.unpaid is ${filter.unpaid ? 'not ' : ''}null`);
  values.push(filter.limit);
  return tx.query<ListedFact>(
    `select ${columns}, t.recorded_at as target_recorded_at, d.fact_seq is not null as counted, d.unpaid,
            c.external_id as customer_external_id, coalesce(p.mask_customers, true) as masked
       from fact f
       left join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq
       left join fact t on t.workspace_id = f.workspace_id and t.seq = f.target_seq
       left join customer c on c.workspace_id = f.workspace_id and c.id = f.customer_id
       left join program p on p.workspace_id = f.workspace_id and p.id = d.program_id
      where f.workspace_id = $1${where.map((condition) => ` and ${condition}`).join('')}
      order by f.seq desc limit $${values.length}`,
    values,
  );
}

function concerns(partner: string): string {
  return `(exists (select 1 from posting m where m.workspace_id = f.workspace_id and m.fact_seq = f.seq and m.partner_id = ${partner}::uuid)
    or exists (select 1 from commission m where m.workspace_id = f.workspace_id and m.fact_seq = f.target_seq and m.partner_id = ${partner}::uuid
               and (f.body->'commissions' is null or (f.body->'commissions')::jsonb @> jsonb_build_array(jsonb_build_object('number', m.number))))
    or exists (select 1 from json_array_elements(d.detail->'credits') credit where credit->>'partnerId' = ${partner}::text))`;
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
