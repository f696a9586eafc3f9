import { waitingStatus, type Commission, type Decision, type Fact, type Outcome } from '@cordee/core/counting';
import { copyJson, copyText } from '../../platform/db/copy.ts';
import { instantColumn, instantText, type SpellInstant } from '../../platform/db/instant-text.ts';

/*
 * Derived rows as COPY's text, without the workspace. Written as they are, and compared as they are when a replay must give
 * the same bytes: comparing whole lines is both the strictest comparison and the cheapest.
 */

export const decisionColumns = 'fact_seq, program_id, plan_version_id, unpaid, detail';

export function decisionLine(decision: Decision): string {
  const { factSeq, programId, planVersionId, unpaid } = decision;
  const version = planVersionId === null || planVersionId === '' ? '\\N' : planVersionId;
  return `${factSeq}\t${programId ?? '\\N'}\t${version}\t${unpaid ?? '\\N'}\t${copyJson(JSON.stringify(detailOf(decision)))}`;
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

const commissionNames = `fact_seq, number, enrollment_id, partner_id, program_id, plan_version_id, clause, rule_id, line_id, currency, base,
  amount, arithmetic, cap`;
/** The columns of a new commission: those that stay as they are, then where it begins. */
export const commissionColumns = `${commissionNames}, occurred_at, recorded_at, payable_at, status, blocks`;
/** Those that stay, read back. */
export const commissionReadColumns = `${commissionNames}, ${['occurred_at', 'recorded_at', 'payable_at'].map(instantColumn).join(', ')}`;

export function commissionLine(commission: Commission, fact: Fact, spell: SpellInstant = instantText): string {
  const { factSeq, number, enrollmentId, partnerId, programId, planVersionId, clause, ruleId, lineId } = commission;
  const occurred = spell(commission.occurredAt);
  const recorded = spell(fact.recordedAt);
  return (
    `${factSeq}\t${number}\t${enrollmentId}\t${partnerId}\t${programId}\t${planVersionId}\t${clause}\t${copyText(ruleId)}\t` +
    `${lineId === null ? '\\N' : copyText(lineId)}\t${commission.currency}\t${commission.base}\t${commission.amount}\t` +
    `${copyJson(JSON.stringify(commission.arithmetic))}\t${commission.cap === null ? '\\N' : JSON.stringify(commission.cap)}\t` +
    `${occurred}\t${recorded}\t${spell(commission.payableAt)}`
  );
}

/** As `commissionLine`, with the state it begins in. */
export function newCommissionLine(commission: Commission, fact: Fact): string {
  return `${commissionLine(commission, fact)}\t${waitingStatus(commission.blocks)}\t${commission.blocks}`;
}

export const reversalColumns =
  'fact_seq, number, commission_fact_seq, commission_number, partner_id, currency, amount, from_account';

export function reversalLines({ reversals }: Outcome): string[] {
  return reversals.map(
    ({ factSeq, commission, partnerId, currency, amount, from }, number) =>
      `${factSeq}\t${number}\t${commission.factSeq}\t${commission.number}\t${partnerId}\t${currency}\t${amount}\t${from}`,
  );
}
