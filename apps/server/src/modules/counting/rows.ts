import { waitingStatus, type Commission, type Decision, type Fact, type Outcome } from '@cordee/core/counting';
import type { BinaryRows } from '../../platform/db/binary-rows.ts';
import type { Columns } from '../../platform/db/columns.ts';

/*
 * Derived rows in COPY's binary format. Written as they are, and compared as they are when a replay must give the same bytes:
 * that is both the strictest comparison and the cheapest.
 */

export const decisionColumns = [
  ['workspace_id', 'uuid'],
  ['fact_seq', 'integer'],
  ['program_id', 'uuid'],
  ['plan_version_id', 'uuid'],
  ['unpaid', 'text'],
  ['detail', 'text'],
] as const satisfies Columns;

export function addDecision(rows: BinaryRows, workspaceId: string, decision: Decision): void {
  const { factSeq, programId, planVersionId, unpaid } = decision;
  const version = planVersionId === '' ? null : planVersionId;
  rows.begin(decisionColumns.length).uuid(workspaceId).long(factSeq).uuid(programId).uuid(version).text(unpaid);
  rows.text(JSON.stringify(detailOf(decision)));
}

/** The stored part of a decision: what is empty is left out. */
export type DecisionDetail = Partial<Pick<Decision, 'model' | 'credits' | 'rejected' | 'verdicts' | 'inputs'>>;

function detailOf({ model, credits, rejected, verdicts, inputs }: Decision): DecisionDetail {
  const detail: { -readonly [Key in keyof DecisionDetail]: DecisionDetail[Key] } = {};
  if (model !== null) detail.model = model;
  if (credits.length > 0) detail.credits = credits;
  if (rejected.length > 0) detail.rejected = rejected;
  if (verdicts.length > 0) detail.verdicts = verdicts;
  for (const _ in inputs) {
    detail.inputs = inputs;
    break;
  }
  return detail;
}

/** A decision from its stored parts. */
export function decisionFrom(
  factSeq: bigint,
  row: { program_id: string | null; plan_version_id: string | null; unpaid: Decision['unpaid']; detail: DecisionDetail },
): Decision {
  const { model = null, credits = [], rejected = [], verdicts = [], inputs = {} } = row.detail;
  const { program_id: programId, plan_version_id: planVersionId, unpaid } = row;
  return { factSeq, programId, planVersionId, unpaid, model, credits, rejected, verdicts, inputs };
}

/** The columns of a commission that stay as they are. */
export const commissionColumns = [
  ['workspace_id', 'uuid'],
  ['fact_seq', 'integer'],
  ['number', 'integer'],
  ['enrollment_id', 'uuid'],
  ['partner_id', 'uuid'],
  ['program_id', 'uuid'],
  ['plan_version_id', 'uuid'],
  ['clause', 'text'],
  ['rule_id', 'text'],
  ['line_id', 'text'],
  ['currency', 'text'],
  ['base', 'integer'],
  ['amount', 'integer'],
  ['arithmetic', 'text'],
  ['cap', 'text'],
  ['occurred_at', 'instant'],
  ['recorded_at', 'instant'],
  ['payable_at', 'instant'],
] as const satisfies Columns;

/** Those of a new one: also the state it begins in. */
export const newCommissionColumns = [...commissionColumns, ['status', 'text'], ['blocks', 'integer']] as const satisfies Columns;

export function addCommission(rows: BinaryRows, workspaceId: string, commission: Commission, fact: Fact): void {
  rows.begin(commissionColumns.length);
  addTerms(rows, workspaceId, commission, fact);
}

export function addNewCommission(rows: BinaryRows, workspaceId: string, commission: Commission, fact: Fact): void {
  rows.begin(newCommissionColumns.length);
  addTerms(rows, workspaceId, commission, fact);
  rows.text(waitingStatus(commission.blocks)).short(commission.blocks);
}

function addTerms(rows: BinaryRows, workspaceId: string, commission: Commission, { recordedAt }: Fact): void {
  const { factSeq, number, enrollmentId, partnerId, programId, planVersionId, clause, ruleId, lineId, cap } = commission;
  rows.uuid(workspaceId).long(factSeq).word(number).uuid(enrollmentId).uuid(partnerId).uuid(programId).uuid(planVersionId);
  rows.text(clause).text(ruleId).text(lineId).text(commission.currency).long(commission.base).long(commission.amount);
  rows.text(JSON.stringify(commission.arithmetic)).text(cap === null ? null : JSON.stringify(cap));
  rows.instant(commission.occurredAt).instant(recordedAt).instant(commission.payableAt);
}

export const reversalColumns = [
  ['workspace_id', 'uuid'],
  ['fact_seq', 'integer'],
  ['number', 'integer'],
  ['commission_fact_seq', 'integer'],
  ['commission_number', 'integer'],
  ['partner_id', 'uuid'],
  ['currency', 'text'],
  ['amount', 'integer'],
  ['from_account', 'text'],
] as const satisfies Columns;

export function addReversals(rows: BinaryRows, workspaceId: string, { reversals }: Outcome): void {
  for (const [number, { factSeq, commission, partnerId, currency, amount, from }] of reversals.entries()) {
    rows.begin(reversalColumns.length).uuid(workspaceId).long(factSeq).word(number);
    rows.long(commission.factSeq).word(commission.number).uuid(partnerId).text(currency).long(amount).text(from);
  }
}
