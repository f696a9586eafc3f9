import type { FileAnswer } from '@cordee/contract/file';
import type { QualificationAnswer, QualificationDetail } from '@cordee/contract/qualification';
import { encodeId } from '@cordee/core/ids';
import type { Side } from '@cordee/core/partnership';
import { formatInstant, type LocalDate } from '@cordee/core/time';
import type { EvidenceRecord } from './evidence.store.ts';
import type { QualificationRecord } from './qualification.store.ts';

/** A qualification as a side reads it. */
export function qualificationToContract(record: QualificationRecord, side: Side): QualificationAnswer {
  const { decision } = record;
  return {
    id: encodeId('qlf', record.id),
    partnerId: encodeId('prt', record.partnerId),
    partnerName: record.partnerName,
    questionnaireId: encodeId('qst', record.questionnaireId),
    version: record.version,
    name: record.document.name,
    state: record.state,
    openedAt: formatInstant(record.openedAt),
    expiresAt: formatInstant(record.expiresAt),
    revealedAt: record.revealedAt === null ? null : formatInstant(record.revealedAt),
    sides: { company: sideOf(record, 'company'), partner: sideOf(record, 'partner') },
    side,
    decision: decision === null ? null : { kind: decision.kind, reason: decision.reason, at: formatInstant(decision.at) },
    withdrawnReason: record.withdrawnReason,
    requalifyOn: record.requalifyOn,
  };
}

function sideOf({ sealings }: QualificationRecord, side: Side) {
  const sealing = sealings[side];
  return { sealedAt: sealing === null ? null : formatInstant(sealing.at), seal: sealing?.seal ?? null };
}

export function evidenceToContract(
  record: EvidenceRecord,
  files: FileAnswer[],
  today: LocalDate,
): QualificationDetail['evidence'][number] {
  const { expiresOn } = record;
  return {
    id: encodeId('evd', record.id),
    side: record.side,
    item: record.item,
    title: record.title,
    url: record.url,
    files,
    expiresOn,
    expired: expiresOn !== null && expiresOn < today,
    takenOver: record.takenFrom !== null,
    addedAt: formatInstant(record.addedAt),
  };
}

/** What the audit trail keeps: how it stands, never what was answered. */
export function auditOf(record: QualificationRecord) {
  const { decision } = record;
  return {
    partnerId: encodeId('prt', record.partnerId),
    questionnaireId: encodeId('qst', record.questionnaireId),
    version: record.version,
    state: record.state,
    expiresAt: formatInstant(record.expiresAt),
    sealed: { company: record.sealings.company?.seal ?? null, partner: record.sealings.partner?.seal ?? null },
    decision: decision?.kind ?? null,
    requalifyOn: record.requalifyOn,
  };
}
