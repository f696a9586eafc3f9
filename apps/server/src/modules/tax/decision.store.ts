import type { PaymentsBefore, TaxDecision } from '@cordee/core/tax';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** What was paid to these partners in the months up to and with that day, by partner. */
export async function paymentsBefore(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  { on, months, zone }: { on: LocalDate; months: number; zone: string },
): Promise<Map<string, PaymentsBefore>> {
  const rows = await tx.query<{ partner_id: string; currency: string; payments: number; amount: bigint }>(
    `select p.partner_id, p.currency, count(*)::int as payments, sum(p.amount)::bigint as amount from payout p
       join fact f on f.workspace_id = p.workspace_id and f.seq = p.ended_seq
      where p.workspace_id = $1 and p.partner_id = any($2::uuid[]) and p.state = 'paid'
        and f.occurred_at >= ($3::date - make_interval(months => $4) + interval '1 day') at time zone $5
        and f.occurred_at < ($3::date + 1)::timestamp at time zone $5
      group by p.partner_id, p.currency order by p.partner_id, p.currency`,
    [workspaceId, partnerIds, on, months, zone],
  );
  const found = new Map<string, PaymentsBefore>();
  for (const { partner_id: id, currency, payments, amount } of rows) {
    const before = found.get(id) ?? { count: 0, amounts: [] };
    found.set(id, { count: before.count + payments, amounts: [...before.amounts, { currency, amount }] });
  }
  return found;
}

/** A person's answer to a review. */
export interface Review {
  readonly id: string;
  readonly partnerId: string;
  readonly detailsId: string;
  readonly rule: string;
  readonly treatAs: string;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}

export async function insertReview(tx: Tx, workspaceId: string, review: Review): Promise<void> {
  await tx.query(
    `insert into tax_review (workspace_id, id, partner_id, details_id, rule, treat_as, reason, reviewed_at, reviewed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      workspaceId,
      review.id,
      review.partnerId,
      review.detailsId,
      review.rule,
      review.treatAs,
      review.reason,
      new Date(review.at),
      review.by,
    ],
  );
}

/** The last review of each of these details, by details. */
export async function lastReviews(
  tx: Tx,
  workspaceId: string,
  detailsIds: readonly string[],
): Promise<Map<string, { rule: string; treatAs: string }>> {
  const rows = await tx.query<{ details_id: string; rule: string; treat_as: string }>(
    `select distinct on (details_id) details_id, rule, treat_as from tax_review
      where workspace_id = $1 and details_id = any($2::uuid[]) order by details_id, id desc`,
    [workspaceId, detailsIds],
  );
  return new Map(rows.map((row) => [row.details_id, { rule: row.rule, treatAs: row.treat_as }]));
}

/** A decision with everything it was taken by, and its sentences. */
export interface KeptDecision {
  readonly id: string;
  readonly partnerId: string;
  readonly detailsId: string | null;
  readonly tableId: string;
  readonly on: LocalDate;
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly decision: TaxDecision & { readonly text: { readonly fr: string[]; readonly en: string[] } };
}

export async function insertDecision(tx: Tx, workspaceId: string, kept: KeptDecision): Promise<void> {
  await tx.query(
    `insert into tax_decision (workspace_id, id, partner_id, details_id, table_id, on_day, decided_at, decided_by, inputs, decision)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      workspaceId,
      kept.id,
      kept.partnerId,
      kept.detailsId,
      kept.tableId,
      kept.on,
      new Date(kept.decidedAt),
      kept.decidedBy,
      JSON.stringify(kept.inputs),
      JSON.stringify(kept.decision),
    ],
  );
}

interface DecisionRow {
  id: string;
  partner_id: string;
  details_id: string | null;
  table_id: string;
  on_day: LocalDate;
  decided_at: Instant;
  decided_by: string;
  inputs: Record<string, unknown>;
  decision: KeptDecision['decision'];
  version: number;
}

/** The decisions about a partner, newest first, each with the version it was taken by. */
export async function selectDecisions(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  before: string | null,
  limit: number,
): Promise<(KeptDecision & { version: number })[]> {
  const rows = await tx.query<DecisionRow>(
    `select d.id, d.partner_id, d.details_id, d.table_id, d.on_day::text as on_day, d.decided_at, d.decided_by, d.inputs, d.decision,
        t.version
       from tax_decision d join tax_table t on t.workspace_id = d.workspace_id and t.id = d.table_id
      where d.workspace_id = $1 and d.partner_id = $2 and ($3::uuid is null or d.id < $3) order by d.id desc limit $4`,
    [workspaceId, partnerId, before, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    detailsId: row.details_id,
    tableId: row.table_id,
    on: row.on_day,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    inputs: row.inputs,
    decision: row.decision,
    version: row.version,
  }));
}
