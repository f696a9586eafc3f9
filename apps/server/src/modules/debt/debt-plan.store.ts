import type { DebtMovementKind, DebtPlanState, DebtTermsBody } from '@cordee/contract/debt-values';
import type { DebtSums, DebtTerms } from '@cordee/core/debt';
import type { Side } from '@cordee/core/partnership';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface DebtPlanRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly terms: DebtTermsBody;
  readonly reason: string;
  readonly proposedBy: Side;
  readonly proposedAt: Instant;
  readonly state: DebtPlanState;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
  readonly toldMissed: number;
  readonly movements: number;
  readonly sums: DebtSums;
}

interface PlanRow {
  id: string;
  partner_id: string;
  currency: string;
  amount: bigint;
  terms: DebtTermsBody;
  reason: string;
  proposed_by: Side;
  proposed_at: Instant;
  state: DebtPlanState;
  answered_at: Instant | null;
  ended_at: Instant | null;
  end_reason: string | null;
  told_missed: number;
  movements: number;
  planned: bigint;
  kept_back: bigint;
  paid: bigint;
  waived: bigint;
  returned: bigint;
}

export interface DebtPlanFilter {
  readonly ids?: readonly string[];
  readonly partnerIds: readonly string[] | null;
  readonly currency?: string;
  readonly states?: readonly DebtPlanState[] | undefined;
  readonly before?: string | null;
  readonly limit?: number;
}

const sum = (kind: DebtMovementKind) => `coalesce(sum(m.amount) filter (where m.kind = '${kind}'), 0)::bigint as ${kind}`;

/** Plans with what moved by them, newest first. */
export async function selectDebtPlans(tx: Tx, workspaceId: string, filter: DebtPlanFilter): Promise<DebtPlanRecord[]> {
  const rows = await tx.query<PlanRow>(
    `select p.id, p.partner_id, p.currency, p.amount, p.terms, p.reason, p.proposed_by, p.proposed_at, p.state, p.answered_at,
            p.ended_at, p.end_reason, p.told_missed, s.*
       from debt_plan p
       cross join lateral (
         select count(*)::int as movements, ${(['planned', 'kept_back', 'paid', 'waived', 'returned'] as const).map(sum).join(', ')}
           from debt_movement m where m.workspace_id = p.workspace_id and m.plan_id = p.id) s
      where p.workspace_id = $1 and ($2::uuid[] is null or p.id = any($2)) and ($3::uuid[] is null or p.partner_id = any($3))
        and ($4::text is null or p.currency = $4) and ($5::text[] is null or p.state = any($5)) and ($6::uuid is null or p.id < $6)
      order by p.id desc limit $7`,
    [
      workspaceId,
      filter.ids ?? null,
      filter.partnerIds,
      filter.currency ?? null,
      filter.states ?? null,
      filter.before ?? null,
      filter.limit ?? null,
    ],
  );
  return rows.map(recordOf);
}

function recordOf(row: PlanRow): DebtPlanRecord {
  const { planned, kept_back: keptBack, paid, waived, returned } = row;
  return {
    id: row.id,
    partnerId: row.partner_id,
    currency: row.currency,
    amount: row.amount,
    terms: row.terms,
    reason: row.reason,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    state: row.state,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    toldMissed: row.told_missed,
    movements: row.movements,
    sums: { planned, keptBack, paid, waived, returned },
  };
}

/** A plan by its id, or null. */
export async function findDebtPlan(tx: Tx, workspaceId: string, id: string): Promise<DebtPlanRecord | null> {
  const [plan] = await selectDebtPlans(tx, workspaceId, { ids: [id], partnerIds: null });
  return plan ?? null;
}

/** Terms as the core reads them. */
export function termsOf(terms: DebtTermsBody): DebtTerms {
  if (terms.kind === 'share') return terms;
  return { ...terms, instalments: terms.instalments.map(({ dueOn, amount }) => ({ dueOn, amount: BigInt(amount) })) };
}

export interface NewDebtPlan {
  readonly id: string;
  readonly partnerId: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly terms: DebtTermsBody;
  readonly reason: string;
  readonly proposedBy: Side;
  readonly proposer: string;
  readonly proposedAt: Instant;
}

export async function insertDebtPlan(tx: Tx, workspaceId: string, plan: NewDebtPlan): Promise<void> {
  await tx.query(
    `insert into debt_plan (workspace_id, id, partner_id, currency, amount, terms, reason, proposed_by, proposer, proposed_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'proposed')`,
    [
      workspaceId,
      plan.id,
      plan.partnerId,
      plan.currency,
      plan.amount,
      JSON.stringify(plan.terms),
      plan.reason,
      plan.proposedBy,
      plan.proposer,
      new Date(plan.proposedAt),
    ],
  );
}

export interface DebtPlanStep {
  readonly from: readonly DebtPlanState[];
  readonly to: DebtPlanState;
  readonly at: Instant;
  readonly reason?: string;
  /** Who agreed to it or declined it. */
  readonly answerer?: string;
}

/** Moves a plan on; false when it was somewhere else by then. */
export async function stepDebtPlan(tx: Tx, workspaceId: string, id: string, step: DebtPlanStep): Promise<boolean> {
  const { from, to, at, reason = null, answerer = null } = step;
  const rows = await tx.query<{ id: string }>(
    `update debt_plan
        set state = $4, end_reason = coalesce($6, end_reason), ended_at = case when $4 = 'running' then null else $5::timestamptz end,
            answerer = coalesce($7, answerer), answered_at = case when $7::text is null then answered_at else $5 end
      where workspace_id = $1 and id = $2 and state = any($3) returning id`,
    [workspaceId, id, from, to, new Date(at), reason, answerer],
  );
  return rows.length === 1;
}

/** Notes how many missed instalments were told of. */
export async function markToldMissed(tx: Tx, workspaceId: string, id: string, missed: number): Promise<void> {
  await tx.query('update debt_plan set told_missed = $3 where workspace_id = $1 and id = $2', [workspaceId, id, missed]);
}

export interface DebtMovement {
  readonly kind: DebtMovementKind;
  readonly amount: bigint;
  readonly factSeq: bigint;
  readonly at: Instant;
  readonly paidOn: LocalDate | null;
  readonly reference: string | null;
}

export async function insertDebtMovement(
  tx: Tx,
  workspaceId: string,
  planId: string,
  movement: DebtMovement & { readonly number: number },
): Promise<void> {
  const { number, kind, amount, factSeq, at, paidOn, reference } = movement;
  await tx.query(
    `insert into debt_movement (workspace_id, plan_id, number, kind, amount, fact_seq, at, paid_on, reference)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspaceId, planId, number, kind, amount, factSeq, new Date(at), paidOn, reference],
  );
}

/** All that moved by a plan, in its order. */
export async function selectDebtMovements(tx: Tx, workspaceId: string, planId: string): Promise<DebtMovement[]> {
  const rows = await tx.query<{
    kind: DebtMovementKind;
    amount: bigint;
    fact_seq: bigint;
    at: Instant;
    paid_on: LocalDate | null;
    reference: string | null;
  }>(
    `select kind, amount, fact_seq, at, paid_on::text as paid_on, reference from debt_movement
      where workspace_id = $1 and plan_id = $2 order by number`,
    [workspaceId, planId],
  );
  return rows.map(({ fact_seq: factSeq, paid_on: paidOn, ...row }) => ({ ...row, factSeq, paidOn }));
}
