import type { ChangePlan, Enrollment } from '@cordee/contract/enrollment';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { type AuditEntry, write, type Written } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { toContract } from '../enrollment-answer.ts';
import { findEnrollment, insertPlanEntry, selectPlanEntries, selectStates, type PlanEntry } from '../enrollment.store.ts';
import { findPlan } from '../plan.store.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { conflict, unknownId } from '../refusals.ts';

/**
 * Gives an enrollment its own plan from an instant on, or (null) the program's again. Refuses `not_found`, `unknown_reference`
 * for a plan of another program, and `conflict` for a start before the last change of plan.
 */
export function changeEnrollmentPlan(context: Context, enrollmentId: string, input: ChangePlan): Promise<Enrollment> {
  mustManagePrograms(context.actor);
  return write(context, (tx) => changePlanOf(tx, context, enrollmentId, input));
}

/** The same inside another verb's transaction, which has asked who may; its audit row is the caller's to write. */
export async function changePlanOf(
  tx: Tx,
  context: Context,
  enrollmentId: string,
  input: ChangePlan,
): Promise<Written<Enrollment> & { readonly audit: AuditEntry }> {
  const { workspaceId } = context;
  const recordedAt = await changeTerms(tx, workspaceId, context.now());
  const enrollment = await findEnrollment(tx, workspaceId, enrollmentId);
  if (enrollment === null) throw new Refusal('not_found');
  const { planId } = input;
  if (planId !== null && (await findPlan(tx, workspaceId, planId))?.programId !== enrollment.programId) {
    throw new Refusal('unknown_reference', [unknownId('planId', 'pln', planId)]);
  }
  const states = await selectStates(tx, workspaceId, [enrollmentId]);
  const plans = await selectPlanEntries(tx, workspaceId, [enrollmentId]);
  const before = toContract(enrollment, states, plans, recordedAt);

  const lastFrom = Math.max(...plans.map(({ from }) => from));
  const from = input.from ?? Math.max(recordedAt, lastFrom);
  if (from < lastFrom) throw tooEarly(lastFrom);
  const entry: PlanEntry = { enrollmentId, number: plans.length + 1, from, recordedAt, planId };
  await insertPlanEntry(tx, workspaceId, entry);
  const result = toContract(enrollment, states, [...plans, entry], recordedAt);
  return {
    result,
    audit: { action: 'enrollment.plan_changed', subject: result.id, before, after: { ...result, from: formatInstant(from) } },
  };
}

function tooEarly(earliest: number): Refusal {
  const date = formatInstant(earliest);
  return conflict(
    'from',
    'after_last',
    {
      en: `Its last plan holds from ${date}: this one cannot begin before.`,
      fr: `Son dernier barème vaut depuis le ${date} : celui-ci ne peut commencer avant.`,
    },
    date,
  );
}
