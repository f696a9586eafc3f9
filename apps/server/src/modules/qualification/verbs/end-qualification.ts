import type { DecideQualification, QualificationDetail } from '@cordee/contract/qualification';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { eraseUnread } from '../blind-answers.store.ts';
import type { QualificationParts } from '../parts.ts';
import { mustManageQualification } from '../qualification.policy.ts';
import { endQualification, setDecision } from '../qualification.store.ts';
import { dayOver, stands } from '../refusals.ts';
import { writeQualification } from '../write-qualification.ts';

/** Either side withdraws before the reveal: what was answered is erased unread. Refuses `conflict` once it is over. */
export function withdrawQualification(
  context: Context,
  parts: QualificationParts,
  id: string,
  reason: string,
): Promise<QualificationDetail> {
  return writeQualification(context, parts, id, async (tx, before) => {
    if (before.state !== 'open') throw stands.over;
    await eraseUnread(tx, context.workspaceId, id);
    await endQualification(tx, context.workspaceId, id, { state: 'withdrawn', at: context.now(), withdrawnReason: reason });
    return { action: 'withdrawn' };
  });
}

/**
 * The company decides, with a reason the partner is told. After `more_questions` it may decide again; an acceptance or a refusal stands.
 * Refuses `conflict`, and a day of requalification that is over.
 */
export async function decideQualification(
  context: Context,
  parts: QualificationParts,
  id: string,
  { kind, reason, requalifyOn }: DecideQualification,
): Promise<QualificationDetail> {
  mustManageQualification(context.actor);
  const { zone } = await workspaceKeys(context.db, context.workspaceId);
  return writeQualification(context, parts, id, async (tx, before) => {
    const at = context.now();
    if (before.state !== 'revealed') throw stands.notRevealed;
    if (before.decision !== null && before.decision.kind !== 'more_questions') throw stands.decided;
    if (requalifyOn !== undefined && requalifyOn <= localDateOf(at, zone)) throw dayOver;
    await setDecision(tx, context.workspaceId, id, { kind, reason, at, requalifyOn: requalifyOn ?? null });
    return { action: 'decided' };
  });
}
