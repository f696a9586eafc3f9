import type { QuestionnaireAnswer, QuestionnaireDetail } from '@cordee/contract/questionnaire';
import type { QuestionnaireDocument } from '@cordee/contract/questionnaire-values';
import { encodeId } from '@cordee/core/ids';
import { checkQuestionnaire, questionnaireText, type Questionnaire } from '@cordee/core/qualification';
import { formatInstant } from '@cordee/core/time';
import { sha256 } from '../../platform/crypto/index.ts';
import type { QuestionnaireRecord, VersionRecord } from './questionnaire.store.ts';

/** What names a version: whoever has the document can compute it again. */
export function hashOf(document: QuestionnaireDocument): string {
  return sha256(questionnaireText(asQuestionnaire(document))).toString('hex');
}

/** The contract's optional fields may be undefined, which core's may not: neither is told apart by JSON. */
export function asQuestionnaire(document: QuestionnaireDocument): Questionnaire {
  return document as Questionnaire;
}

export function versionToContract({ version, publishedAt, document, hash }: VersionRecord) {
  return { version, publishedAt: formatInstant(publishedAt), items: document.items.length, hash };
}

export function questionnaireToContract(record: QuestionnaireRecord): QuestionnaireAnswer {
  const { draft, latest } = record;
  return {
    id: encodeId('qst', record.id),
    name: draft.name,
    kinds: draft.kinds,
    createdAt: formatInstant(record.createdAt),
    archivedAt: record.archivedAt === null ? null : formatInstant(record.archivedAt),
    published: latest === null ? null : versionToContract(latest),
    draftChanged: latest === null || latest.hash !== hashOf(draft),
    qualifications: record.qualifications,
  };
}

export function questionnaireToDetail(record: QuestionnaireRecord, versions: readonly VersionRecord[]): QuestionnaireDetail {
  return {
    ...questionnaireToContract(record),
    draft: record.draft,
    problems: checkQuestionnaire(asQuestionnaire(record.draft)),
    versions: versions.map(versionToContract),
  };
}
