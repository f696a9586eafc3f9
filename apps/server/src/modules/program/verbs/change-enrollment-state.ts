import type { ChangeState, Enrollment } from '@cordee/contract/enrollment';
import { decideState, type StateDecision } from '@cordee/core/program';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { toContract } from '../enrollment-answer.ts';
import { findEnrollment, insertState, selectPlanEntries, selectStates, type StateEntry } from '../enrollment.store.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { announceLinks } from '../program.store.ts';
import { ignoreReferral, type OnReferral } from '../referral.ts';
import { conflict } from '../refusals.ts';

/**
 * Activates, pauses or ends an enrollment from an instant on; asking again for the state it is in changes nothing. Refuses
 * `not_found`, and `conflict` for a step that is not possible or would begin before the last one did.
 */
export function changeEnrollmentState(
  context: Context,
  enrollmentId: string,
  input: ChangeState,
  onReferral: OnReferral = ignoreReferral,
): Promise<Enrollment> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    const enrollment = await findEnrollment(tx, workspaceId, enrollmentId);
    if (enrollment === null) throw new Refusal('not_found');
    const states = await selectStates(tx, workspaceId, [enrollmentId]);
    const plans = await selectPlanEntries(tx, workspaceId, [enrollmentId]);
    const before = toContract(enrollment, states, plans, recordedAt);

    const history = states.map(({ from, recordedAt: learned, state }) => ({ from, recordedAt: learned, value: state }));
    const decision = decideState(history, input.state, input.from ?? null, recordedAt);
    if (decision.kind === 'same') return { result: before, audit: null };
    if (decision.kind !== 'change') throw refusalOf(decision);

    const entry: StateEntry = {
      enrollmentId,
      number: states.length + 1,
      from: decision.from,
      recordedAt,
      state: input.state,
      reason: input.reason ?? null,
    };
    await insertState(tx, workspaceId, entry);
    const { uplineEnrollmentId, programId, partnerId } = enrollment;
    if (uplineEnrollmentId !== null && input.state === 'active' && !states.some(({ state }) => state === 'active')) {
      await onReferral(tx, context, { programId, enrollmentId, partnerId, uplineEnrollmentId, at: recordedAt });
    }
    await announceLinks(tx, workspaceId);
    const result = toContract(enrollment, [...states, entry], plans, recordedAt);
    return { result, audit: { action: `enrollment.${input.state}`, subject: result.id, before, after: result } };
  });
}

function refusalOf(decision: Extract<StateDecision, { kind: 'impossible' | 'too_early' }>): Refusal {
  if (decision.kind === 'impossible') {
    const states = decision.possible.join(', ');
    return conflict(
      'state',
      'transition',
      { en: `From its present state it can become: ${states}.`, fr: `Depuis son état actuel, elle peut devenir : ${states}.` },
      decision.possible[0],
    );
  }
  const date = formatInstant(decision.earliest);
  return conflict(
    'from',
    'after_last',
    {
      en: `Its last change holds from ${date}: this one cannot begin before.`,
      fr: `Son dernier changement vaut depuis le ${date} : celui-ci ne peut commencer avant.`,
    },
    date,
  );
}
