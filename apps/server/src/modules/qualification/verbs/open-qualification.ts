import type { OpenQualification, QualificationDetail } from '@cordee/contract/qualification';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { findPartner } from '../../partner/index.ts';
import type { QualificationParts } from '../parts.ts';
import { auditOf } from '../qualification-answer.ts';
import { mustManageQualification } from '../qualification.policy.ts';
import { findOpen, insertQualification } from '../qualification.store.ts';
import { getQualification } from '../queries/get-qualification.ts';
import { selectQuestionnaires } from '../questionnaire.store.ts';
import { mustFind } from '../read-qualification.ts';
import { alreadyAsked, archivedPartner, notPublished, unknownPartner, unknownQuestionnaire } from '../refusals.ts';

const DAY_MS = 86_400_000;

/**
 * Asks both sides with the latest version of a questionnaire. Refuses `unknown_reference`, `conflict` when there is no version or the
 * partner is archived, `already_exists` while both are being asked with it.
 */
export async function openQualification(
  context: Context,
  parts: QualificationParts,
  input: OpenQualification,
): Promise<QualificationDetail> {
  mustManageQualification(context.actor);
  const { id } = await write(context, (tx) => opened(tx, context, input));
  return getQualification(context, parts, id);
}

/** The same inside an open transaction, by whoever has the right. */
export async function opened(tx: Tx, context: Context, { partnerId, questionnaireId, days }: OpenQualification) {
  const { workspaceId } = context;
  const partner = await findPartner(tx, workspaceId, partnerId);
  if (partner === null) throw unknownPartner();
  if (partner.archivedAt !== null) throw archivedPartner;
  const [questionnaire] = await selectQuestionnaires(tx, workspaceId, { id: questionnaireId, limit: 1 });
  if (questionnaire === undefined) throw unknownQuestionnaire;
  if (questionnaire.versions === 0 || questionnaire.archivedAt !== null) throw notPublished;
  const openedAt = context.now();
  const id = newUuid(openedAt);
  const expiresAt = openedAt + days * DAY_MS;
  const isNew = await insertQualification(tx, workspaceId, {
    id,
    partnerId,
    questionnaireId,
    version: questionnaire.versions,
    openedAt,
    expiresAt,
  });
  if (!isNew) {
    const other = await findOpen(tx, workspaceId, partnerId, questionnaireId);
    throw alreadyAsked(other === null ? '' : encodeId('qlf', other));
  }
  const after = auditOf(await mustFind(tx, context, id, { partnerId: null }));
  return { result: { id }, audit: { action: 'qualification.opened', subject: encodeId('qlf', id), after } };
}
