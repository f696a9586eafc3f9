import type { FactKind } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** A counted fact as it is told, before anybody's view of it. */
export interface Told {
  readonly seq: bigint;
  readonly kind: FactKind;
  readonly external_id: string;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly currency: string | null;
  readonly amount: bigint | null;
  readonly unpaid: string | null;
  /** Whom it concerns: credited by it, moved by it, or with commissions of what it is about. */
  readonly partners: string[];
  readonly earned: readonly Earned[];
}

export interface Earned {
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
}

/** How far the workspace is counted. */
export async function countedThrough(tx: Tx, workspaceId: string): Promise<bigint> {
  const [head] = await tx.query<{ counted_seq: bigint }>(`select counted_seq from count_head where workspace_id = $1`, [
    workspaceId,
  ]);
  return head?.counted_seq ?? 0n;
}

/** The counted facts after `after` up to `through`, in order. */
export async function selectTold(tx: Tx, workspaceId: string, after: bigint, through: bigint): Promise<Told[]> {
  const rows = await tx.query<Omit<Told, 'earned'>>(
    `select f.seq, f.kind, f.external_id, f.occurred_at, f.recorded_at, f.currency, f.amount, d.unpaid,
       array(select k.credit->>'partnerId' from json_array_elements(d.detail->'credits') as k (credit)
         union select p.partner_id::text from posting p where p.workspace_id = $1 and p.fact_seq = f.seq
         union select c.partner_id::text from commission c where c.workspace_id = $1 and c.fact_seq = f.target_seq) as partners
     from fact f join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq
     where f.workspace_id = $1 and f.seq > $2 and f.seq <= $3 and f.kind <> 'maturity' order by f.seq`,
    [workspaceId, after, through],
  );
  const moves = await tx.query<{ seq: bigint; partner_id: string; currency: string; amount: bigint }>(
    `select fact_seq as seq, partner_id, currency,
       sum(case when debit = 'commission_expense' then amount else -amount end)::bigint as amount
     from posting where workspace_id = $1 and fact_seq > $2 and fact_seq <= $3
       and (debit = 'commission_expense' or credit = 'commission_expense')
     group by 1, 2, 3`,
    [workspaceId, after, through],
  );
  const earned = Map.groupBy(moves, ({ seq }) => seq);
  return rows.map((row) => ({
    ...row,
    earned: (earned.get(row.seq) ?? []).map(({ partner_id: partnerId, currency, amount }) => ({ partnerId, currency, amount })),
  }));
}
