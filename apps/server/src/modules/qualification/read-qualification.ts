import type { QualificationDetail } from '@cordee/contract/qualification';
import { encodeId } from '@cordee/core/ids';
import { progressOf, reveal } from '@cordee/core/qualification';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { attachedFiles } from '../../platform/files/index.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';
import { workspaceKeys } from '../fact/index.ts';
import { selectOwn, selectRevealed } from './blind-answers.store.ts';
import { findEvidence, selectEvidence } from './evidence.store.ts';
import { openKept } from './kept-answers.ts';
import { evidenceToContract, qualificationToContract } from './qualification-answer.ts';
import { readerOf, type Reader } from './qualification.policy.ts';
import { lockQualification, selectQualifications, type QualificationRecord } from './qualification.store.ts';
import { asQuestionnaire } from './questionnaire-answer.ts';

/** A qualification the reader may see. Refuses `not_found`. */
export async function mustFind(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  id: string,
  { partnerId }: Pick<Reader, 'partnerId'>,
): Promise<QualificationRecord> {
  const [record] = await selectQualifications(tx, workspaceId, { ids: [id], partnerId, limit: 1 });
  if (record === undefined) throw new Refusal('not_found');
  return record;
}

/** The same, held against everybody else until the end of the transaction. */
export async function mustHold(
  tx: Tx,
  context: Pick<Context, 'workspaceId'>,
  id: string,
  reader: Pick<Reader, 'partnerId'>,
): Promise<QualificationRecord> {
  if (!(await lockQualification(tx, context.workspaceId, id))) throw new Refusal('not_found');
  return mustFind(tx, context, id, reader);
}

/** A qualification as one side may read it: the other side's answers once both are revealed, for nobody before. */
export async function detailFor(
  tx: Tx,
  context: Pick<Context, 'workspaceId' | 'now' | 'db'>,
  sealer: Sealer,
  { record, reader }: { readonly record: QualificationRecord; readonly reader: Reader },
): Promise<QualificationDetail> {
  const { workspaceId, db, now } = context;
  const { id, state } = record;
  const questionnaire = asQuestionnaire(record.document);
  const { zone } = await workspaceKeys(db, workspaceId);
  const isRevealed = state === 'revealed';
  const own = reader.isOwn ? openKept(sealer, await selectOwn(tx, workspaceId, id, reader.side)).answers : null;
  const both = isRevealed ? await selectRevealed(tx, workspaceId, id) : null;
  const evidence = isRevealed || reader.isOwn ? await selectEvidence(tx, workspaceId, id, isRevealed ? null : reader.side) : [];
  const filesOf = await attachedFiles(
    tx,
    workspaceId,
    evidence.map((one) => encodeId('evd', one.id)),
  );
  const today = localDateOf(now(), zone);
  return {
    ...qualificationToContract(record, reader.side),
    questionnaire: record.document,
    own: own === null ? null : { answers: own as Record<string, never>, ...progressOf(questionnaire, own) },
    revealed: both === null ? null : revealedOf(record, openKept(sealer, both.company), openKept(sealer, both.partner)),
    evidence: evidence.map((one) => evidenceToContract(one, filesOf(encodeId('evd', one.id)), today)),
  };
}

/** Whether somebody may read the files of a piece of evidence: its side at any time, the other one once both are revealed. */
export async function mayReadEvidence(tx: Tx, context: Context, id: string): Promise<boolean> {
  if (!permits(context.actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) return false;
  const found = await findEvidence(tx, context.workspaceId, id);
  if (found === null) return false;
  const { side, partnerId, isOwn } = await readerOf(tx, context);
  if (partnerId !== null && partnerId !== found.partnerId) return false;
  return found.isRevealed || (isOwn && side === found.side);
}

type Kept = ReturnType<typeof openKept>;

function revealedOf({ document }: QualificationRecord, company: Kept, partner: Kept): QualificationDetail['revealed'] {
  const seen = reveal(asQuestionnaire(document), company.answers, partner.answers);
  // Readonly lists of core, the same on the wire.
  return {
    ...seen,
    answers: { company: company.answers, partner: partner.answers },
    nonces: { company: company.nonce, partner: partner.nonce },
  } as QualificationDetail['revealed'];
}
