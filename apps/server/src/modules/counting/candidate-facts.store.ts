import type { FactKind } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** A place in a list of facts: by their numbers, or by when they happened where a period is asked for. */
export interface FactPlace {
  readonly seq: bigint;
  /** Only in a list by time. */
  readonly at: Instant | null;
}

/** What leads a list: the one condition an index serves in the order of the list. All others are looked at fact by fact. */
export type Lead =
  | {
      readonly by: 'partner';
      readonly partnerId: string;
      /** Up to which fact its concerns are kept. */ readonly keptThrough: bigint;
    }
  | { readonly by: 'customer'; readonly customerId: string }
  | { readonly by: 'time'; readonly from: Instant | undefined; readonly to: Instant | undefined }
  | { readonly by: 'unpaid' }
  | { readonly by: 'kind'; readonly kind: FactKind }
  | { readonly by: 'number' };

/** The next facts of a list after a place, newest first: places only. */
export async function candidateFacts(
  tx: Tx,
  workspaceId: string,
  lead: Lead,
  after: FactPlace | null,
  limit: number,
): Promise<FactPlace[]> {
  const { text, values } = candidatesStatement(workspaceId, lead, after, limit);
  const rows = await tx.query<{ seq: bigint; at?: Instant }>(text, values);
  return rows.map(({ seq, at = null }) => ({ seq, at }));
}

/** How far the daily sums keep which facts concern a partner. Asked apart: only a number it knows lets the planner see how few follow. */
export async function concernsKeptThrough(tx: Tx, workspaceId: string): Promise<bigint> {
  const [head] = await tx.query<{ through_seq: bigint }>(`select through_seq from conversion_head where workspace_id = $1`, [
    workspaceId,
  ]);
  return head?.through_seq ?? 0n;
}

function candidatesStatement(
  workspaceId: string,
  lead: Lead,
  after: FactPlace | null,
  limit: number,
): { text: string; values: unknown[] } {
  const values: unknown[] = [workspaceId, limit];
  const place = (value: unknown) => `$${values.push(value)}`;
  const before = (column: string) => (after === null ? '' : ` and ${column} < ${place(after.seq)}`);
  switch (lead.by) {
    case 'partner':
      return { text: ofPartner(place(lead.partnerId), place(lead.keptThrough), before), values };
    case 'customer':
      return { text: ofFacts(` and customer_id = ${place(lead.customerId)}${before('seq')}`), values };
    case 'kind':
      return { text: ofFacts(` and kind = ${place(lead.kind)}${before('seq')}`), values };
    case 'number':
      return { text: ofFacts(before('seq')), values };
    case 'unpaid':
      return {
        text: `select fact_seq as seq from decision where workspace_id = $1 and unpaid is not null${before('fact_seq')}
          order by fact_seq desc limit $2`,
        values,
      };
    case 'time': {
      const from = lead.from === undefined ? '' : ` and occurred_at >= ${place(new Date(lead.from))}`;
      const to = lead.to === undefined ? '' : ` and occurred_at < ${place(new Date(lead.to))}`;
      const next =
        after === null
          ? ''
          : ` and (occurred_at, seq) < (${place(new Date(after.at ?? 0))}::timestamptz, ${place(after.seq)}::bigint)`;
      return {
        text: `select seq, occurred_at as at from fact where workspace_id = $1${from}${to}${next}
          order by occurred_at desc, seq desc limit $2`,
        values,
      };
    }
    default:
      return lead satisfies never;
  }
}

function ofFacts(condition: string): string {
  return `select seq from fact where workspace_id = $1${condition} order by seq desc limit $2`;
}

/**
 * What moves a partner's accounts, what concerns it otherwise (kept by the daily sums), and what is too new for those: facts
 * that credit it or are about a conversion with commissions of its.
 */
function ofPartner(partner: string, keptThrough: string, before: (column: string) => string): string {
  return `
    select seq from (
      (select distinct m.fact_seq as seq from posting m where m.workspace_id = $1 and m.partner_id = ${partner}::uuid${before('m.fact_seq')}
        order by m.fact_seq desc limit $2)
      union
      (select c.fact_seq from partner_fact c where c.workspace_id = $1 and c.partner_id = ${partner}::uuid${before('c.fact_seq')}
        order by c.fact_seq desc limit $2)
      union
      (select f.seq from fact f join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq
        where f.workspace_id = $1 and f.seq > ${keptThrough}${before('f.seq')} and (
          exists (select 1 from json_array_elements(d.detail->'credits') k where k->>'partnerId' = ${partner}::text)
          or exists (select 1 from commission t where t.workspace_id = f.workspace_id and t.fact_seq = f.target_seq
            and t.partner_id = ${partner}::uuid)
          or exists (select 1 from decision e cross join lateral json_array_elements(e.detail->'credits') k
            where e.workspace_id = f.workspace_id and e.fact_seq = f.target_seq and k->>'partnerId' = ${partner}::text))
        order by f.seq desc limit $2)
    ) concerned order by seq desc limit $2`;
}
