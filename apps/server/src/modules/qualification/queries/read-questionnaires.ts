import type { QuestionnaireAnswer, QuestionnaireDetail } from '@cordee/contract/questionnaire';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { selectQualifications } from '../qualification.store.ts';
import { questionnaireToContract, questionnaireToDetail, versionToContract } from '../questionnaire-answer.ts';
import { selectQuestionnaires, selectVersions, type QuestionnaireRecord } from '../questionnaire.store.ts';

/** A page of questionnaires, newest first. */
export async function listQuestionnaires(
  context: Context,
  { kind, cursor, limit }: { readonly kind?: string | undefined; readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: QuestionnaireAnswer[]; nextCursor: string | null }> {
  const [before = null] = decodeCursor(cursor, 1) ?? [];
  const filter = { kind, before, limit: limit + 1 };
  const rows = await read(context, (tx) => selectQuestionnaires(tx, context.workspaceId, filter));
  return pageOfRows(rows, limit, questionnaireToContract, ({ id }) => [id]);
}

/** A questionnaire with its draft and versions. Refuses `not_found`. */
export function getQuestionnaire(context: Context, id: string): Promise<QuestionnaireDetail> {
  return read(context, (tx) => questionnaireDetail(tx, context.workspaceId, id));
}

export async function questionnaireDetail(tx: Tx, workspaceId: string, id: string): Promise<QuestionnaireDetail> {
  const record = await mustFindQuestionnaire(tx, workspaceId, id);
  return questionnaireToDetail(record, await selectVersions(tx, workspaceId, id));
}

export async function mustFindQuestionnaire(tx: Tx, workspaceId: string, id: string): Promise<QuestionnaireRecord> {
  const [record] = await selectQuestionnaires(tx, workspaceId, { id, limit: 1 });
  if (record === undefined) throw new Refusal('not_found');
  return record;
}

/** A version that was published; a partner reads those it was asked with. Refuses `not_found`. */
export function getQuestionnaireVersion(context: Context, id: string, number: number) {
  const { workspaceId, actor } = context;
  const partnerId = ownPartner(actor);
  return read(context, async (tx) => {
    const [version] = await selectVersions(tx, workspaceId, id, number);
    if (version === undefined) throw new Refusal('not_found');
    if (partnerId !== null) {
      const asked = await selectQualifications(tx, workspaceId, { partnerId, limit: 1000 });
      if (!asked.some((one) => one.questionnaireId === id && one.version === number)) throw new Refusal('not_found');
    }
    return { ...versionToContract(version), document: version.document };
  });
}
