import type { Enroll, Enrollment } from '@cordee/contract/enrollment';
import type { FieldFault } from '@cordee/contract/errors';
import { encodeId } from '@cordee/core/ids';
import { checkUpline } from '@cordee/core/program';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { findPartner } from '../../partner/index.ts';
import { toContract } from '../enrollment-answer.ts';
import {
  findEnrollmentOf,
  insertEnrollment,
  insertPlanEntry,
  insertState,
  selectUpline,
  type EnrollmentRecord,
} from '../enrollment.store.ts';
import { findPlan } from '../plan.store.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { announceLinks, findProgram } from '../program.store.ts';
import { ignoreReferral, type OnReferral } from '../referral.ts';
import { conflict, unknownId } from '../refusals.ts';

/**
 * Enrolls a partner in a program. Refuses `unknown_reference` (program, partner, a plan or an upline of another program),
 * `upline_cycle`, `already_exists` when it is enrolled there already, and `conflict` for an archived program or partner.
 */
export function enroll(context: Context, input: Enroll, onReferral: OnReferral = ignoreReferral): Promise<Enrollment> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    await mustFit(tx, workspaceId, input);
    await mustBeNew(tx, workspaceId, input);

    const { programId, partnerId, state } = input;
    const uplineEnrollmentId = input.uplineEnrollmentId ?? null;
    const enrollment: EnrollmentRecord = {
      id: newUuid(recordedAt),
      programId,
      partnerId,
      uplineEnrollmentId,
      createdAt: recordedAt,
    };
    const first = { enrollmentId: enrollment.id, number: 1, from: input.from ?? recordedAt, recordedAt };
    const stateEntry = { ...first, state, reason: null };
    const planEntry = { ...first, planId: input.planId ?? null };
    await insertEnrollment(tx, workspaceId, enrollment);
    await insertState(tx, workspaceId, stateEntry);
    await insertPlanEntry(tx, workspaceId, planEntry);
    if (uplineEnrollmentId !== null && state === 'active') {
      await onReferral(tx, context, { programId, enrollmentId: enrollment.id, partnerId, uplineEnrollmentId, at: recordedAt });
    }
    await announceLinks(tx, workspaceId);
    const result = toContract(enrollment, [stateEntry], [planEntry], recordedAt);
    return { result, audit: { action: 'enrollment.created', subject: result.id, after: result } };
  });
}

async function mustFit(tx: Tx, workspaceId: string, input: Enroll): Promise<void> {
  const { programId, partnerId, planId, uplineEnrollmentId } = input;
  const faults: FieldFault[] = [];
  const program = await findProgram(tx, workspaceId, programId);
  if (program === null) faults.push(unknownId('programId', 'prg', programId));
  const partner = await findPartner(tx, workspaceId, partnerId);
  if (partner === null) faults.push(unknownId('partnerId', 'prt', partnerId));
  if (planId !== undefined && (await findPlan(tx, workspaceId, planId))?.programId !== programId) {
    faults.push(unknownId('planId', 'pln', planId));
  }
  if (uplineEnrollmentId !== undefined) {
    const chain = await selectUpline(tx, workspaceId, uplineEnrollmentId);
    const verdict = checkUpline(partnerId, programId, uplineEnrollmentId, chain);
    if (verdict === 'cycle') throw new Refusal('upline_cycle', [uplineFault]);
    if (verdict === 'unknown') faults.push(unknownId('uplineEnrollmentId', 'enr', uplineEnrollmentId));
  }
  if (faults.length > 0) throw new Refusal('unknown_reference', faults);
  if (program !== null && program.archivedAt !== null) throw archived('programId');
  if (partner !== null && partner.archivedAt !== null) throw archived('partnerId');
}

async function mustBeNew(tx: Tx, workspaceId: string, { programId, partnerId }: Enroll): Promise<void> {
  const existing = await findEnrollmentOf(tx, workspaceId, programId, partnerId);
  if (existing === null) return;
  const id = encodeId('enr', existing.id);
  throw new Refusal('already_exists', [
    {
      path: 'partnerId',
      rule: 'unique',
      message: { en: `This partner is enrolled there already: ${id}.`, fr: `Ce partenaire y est déjà inscrit : ${id}.` },
    },
  ]);
}

const uplineFault: FieldFault = {
  path: 'uplineEnrollmentId',
  rule: 'upline',
  message: { en: 'This partner is in that upline.', fr: 'Ce partenaire figure dans cette lignée.' },
  example: encodeId('enr', '01890a5d-ac96-774b-bcce-b302099a8057'),
};

function archived(path: string): Refusal {
  return conflict(path, 'archived', { en: 'It is archived.', fr: 'Il est archivé.' });
}
