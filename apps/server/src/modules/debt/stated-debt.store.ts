import type { DebtTermsBody } from '@cordee/contract/debt-values';
import type { DebtSums } from '@cordee/core/debt';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** A month of a partner and currency: all by facts up to `through`, the month's own from `from` on or behind `after`. */
export interface DebtCut {
  readonly partnerId: string;
  readonly currency: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly after: bigint;
  readonly through: bigint;
}

export interface CutDebtRow {
  readonly cut: number;
  readonly planId: string;
  readonly terms: DebtTermsBody;
  readonly plannedAt: Instant;
  /** All that moved by the end of the month. */
  readonly sums: DebtSums;
  /** What of it moved in the month. */
  readonly moved: DebtSums;
}

const kinds = ['planned', 'kept_back', 'paid', 'waived', 'returned'] as const;
const isOfMonth = '(m.at >= c.from_at or m.fact_seq > c.after_seq)';
const sumOf = (kind: string, name: string, more = '') =>
  `coalesce(sum(m.amount) filter (where m.kind = '${kind}'${more}), 0)::bigint as ${name}`;
const allSums = kinds.flatMap((kind) => [sumOf(kind, kind), sumOf(kind, `month_${kind}`, ` and ${isOfMonth}`)]).join(', ');

type Row = Record<(typeof kinds)[number] | `month_${(typeof kinds)[number]}`, bigint> & {
  cut: bigint;
  plan_id: string;
  terms: DebtTermsBody;
  planned_at: Instant;
};

/** What had moved by each plan when these months were cut, oldest plan first; `cut` is the place in the list. */
export async function selectDebtsAtCuts(tx: Tx, workspaceId: string, cuts: readonly DebtCut[]): Promise<CutDebtRow[]> {
  const rows = await tx.query<Row>(
    `select c.cut, p.id as plan_id, p.terms, min(m.at) as planned_at, ${allSums}
       from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bigint[], $7::bigint[])
              with ordinality as c (partner_id, currency, from_at, to_at, after_seq, through_seq, cut)
       join debt_plan p on p.workspace_id = $1 and p.partner_id = c.partner_id and p.currency = c.currency
       join debt_movement m on m.workspace_id = p.workspace_id and m.plan_id = p.id and m.fact_seq <= c.through_seq and m.at < c.to_at
      group by c.cut, p.id, p.terms order by c.cut, p.id`,
    [
      workspaceId,
      cuts.map(({ partnerId }) => partnerId),
      cuts.map(({ currency }) => currency),
      cuts.map(({ from }) => new Date(from)),
      cuts.map(({ to }) => new Date(to)),
      cuts.map(({ after }) => after),
      cuts.map(({ through }) => through),
    ],
  );
  return rows.map((row) => ({
    cut: Number(row.cut) - 1,
    planId: row.plan_id,
    terms: row.terms,
    plannedAt: row.planned_at,
    sums: { planned: row.planned, keptBack: row.kept_back, paid: row.paid, waived: row.waived, returned: row.returned },
    moved: {
      planned: row.month_planned,
      keptBack: row.month_kept_back,
      paid: row.month_paid,
      waived: row.month_waived,
      returned: row.month_returned,
    },
  }));
}

/** Who owed something under a plan before an instant, by facts up to `through`. */
export async function selectOwing(
  tx: Tx,
  workspaceId: string,
  { before, through }: { readonly before: Instant; readonly through: bigint },
): Promise<{ readonly partnerId: string; readonly currency: string }[]> {
  const rows = await tx.query<{ partner_id: string; currency: string }>(
    `select p.partner_id, p.currency from debt_plan p
       join debt_movement m on m.workspace_id = p.workspace_id and m.plan_id = p.id
      where p.workspace_id = $1 and m.fact_seq <= $2 and m.at < $3
      group by p.partner_id, p.currency
     having sum(case when m.kind = 'planned' then m.amount else -m.amount end) <> 0`,
    [workspaceId, through, new Date(before)],
  );
  return rows.map(({ partner_id: partnerId, currency }) => ({ partnerId, currency }));
}
