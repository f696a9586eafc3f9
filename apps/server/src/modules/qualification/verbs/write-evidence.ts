import type { AddEvidence } from '@cordee/contract/evidence';
import type { QualificationDetail } from '@cordee/contract/qualification';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { attachFiles, forgetFiles } from '../../../platform/files/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { insertEvidence, removeEvidenceOf } from '../evidence.store.ts';
import type { QualificationParts } from '../parts.ts';
import type { QualificationRecord } from '../qualification.store.ts';
import { stands, unknownItem } from '../refusals.ts';
import { writeQualification } from '../write-qualification.ts';

/** Adds a piece of evidence of the writer's side: while it is open, and afterwards, for evidence ends and is renewed. */
export function addEvidence(
  context: Context,
  parts: QualificationParts,
  id: string,
  { title, url, files, item, expiresOn }: AddEvidence,
): Promise<QualificationDetail> {
  return writeQualification(context, parts, id, async (tx, before, { side }) => {
    mustLive(before);
    if (item !== undefined && !before.document.items.some(({ key }) => key === item)) throw unknownItem;
    const addedAt = context.now();
    const evidence = {
      id: newUuid(addedAt),
      qualificationId: id,
      partnerId: before.partnerId,
      side,
      item: item ?? null,
      title,
      url: url ?? null,
      expiresOn: expiresOn ?? null,
      addedAt,
      takenFrom: null,
    };
    await insertEvidence(tx, context.workspaceId, evidence);
    const evidenceId = encodeId('evd', evidence.id);
    await attachFiles(tx, context, { subject: evidenceId, place: 0 }, files);
    return { action: 'evidence_added', more: { evidenceId, files: files.length, expiresOn: evidence.expiresOn } };
  });
}

/** Removes a piece of evidence of the writer's side, and its files with it. Refuses `not_found`. */
export function removeEvidence(
  context: Context,
  parts: QualificationParts,
  id: string,
  evidenceId: string,
): Promise<QualificationDetail> {
  return writeQualification(context, parts, id, async (tx, before, { side }) => {
    mustLive(before);
    const of = { qualificationId: id, side, at: context.now() };
    if (!(await removeEvidenceOf(tx, context.workspaceId, evidenceId, of))) throw new Refusal('not_found');
    await forgetFiles(tx, context.workspaceId, [encodeId('evd', evidenceId)]);
    return { action: 'evidence_removed', more: { evidenceId: encodeId('evd', evidenceId) } };
  });
}

function mustLive({ state }: QualificationRecord): void {
  if (state === 'withdrawn' || state === 'expired') throw stands.over;
}
