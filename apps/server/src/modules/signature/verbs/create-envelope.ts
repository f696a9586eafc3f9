import type { CreateEnvelope, EnvelopeDetail } from '@cordee/contract/signature';
import { encodeId } from '@cordee/core/ids';
import { TRAIL_START, turnsOf } from '@cordee/core/signature';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { pdfFault } from '../../../platform/pdf/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { read, write } from '../../../platform/verb.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { insertVersion } from '../document.store.ts';
import { envelopeDetail } from '../envelope-answer.ts';
import { mustFind } from '../queries/envelopes.ts';
import { insertEnvelope, insertSigner } from '../envelope-write.store.ts';
import { documentRefused, stepRefused } from '../refusals.ts';
import { mustSendEnvelopes } from '../signature.policy.ts';
import { mustHold, tell } from '../take-step.ts';

export interface DocumentToSign {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface NewEnvelope extends CreateEnvelope {
  /** The typed id of what the documents were made from, such as a charter; whoever made them is told by the outbox what became of it. */
  readonly subject?: string | null;
}

/** Begins an envelope, a draft until it is sent. Refuses `unknown_reference` and `document_refused`. */
export async function createEnvelope(context: Context, asked: NewEnvelope): Promise<Wire<EnvelopeDetail>> {
  mustSendEnvelopes(context.actor);
  return write(context, async (tx) => {
    const { id, audit } = await insertDraft(tx, context, asked, []);
    return { result: await envelopeDetail(tx, context, await mustHold(tx, context, id)), audit };
  });
}

/** The same inside another verb's transaction, which has asked who may; its audit row is the caller's to write. */
export async function insertDraft(tx: Tx, context: Context, asked: NewEnvelope, documents: readonly DocumentToSign[]) {
  const { workspaceId } = context;
  const { partnerId = null, purpose, order, expiresAt, remindEveryDays, subject = null } = asked;
  const message = asked.message === '' ? null : asked.message;
  if (partnerId !== null) await mustKnowPartners(tx, workspaceId, [partnerId]);
  const now = context.now();
  if (expiresAt <= now) throw stepRefused('expired');
  const id = newUuid(now);
  const made = { id, purpose, subject, partnerId, order, expiresAt, remindEveryDays, message, createdAt: now };
  await insertEnvelope(tx, workspaceId, { ...made, ...unsent });
  const turns = turnsOf(order, asked.signers.length);
  for (const [index, signer] of asked.signers.entries()) {
    const person = { ...signer, id: newUuid(now), place: index + 1, turn: turns[index] ?? 1 };
    await insertSigner(tx, workspaceId, id, { ...person, state: 'waiting', delegatedFrom: null });
  }
  const envelope = encodeId('env', id);
  const until = new Date(expiresAt).toISOString();
  const about = { envelope, purpose, order, expiresAt: until, ...(subject !== null && { subject }) };
  await tell(tx, context, await mustHold(tx, context, id), { kind: 'created', by: 'company', data: about });
  for (const document of documents) await add(tx, context, id, document);
  return { id, audit: { action: 'envelope.created', subject: envelope, after: { purpose, subject, order } } };
}

const unsent = {
  state: 'draft',
  sentAt: null,
  endedAt: null,
  remindAt: null,
  reason: null,
  events: 0,
  head: TRAIL_START,
} as const;

/** Puts a document into a draft. Refuses `not_found`, and `document_refused` for what may not be put before signers. */
export async function addDocument(context: Context, id: string, document: DocumentToSign): Promise<Wire<EnvelopeDetail>> {
  mustSendEnvelopes(context.actor);
  // Looked for first: who has no such envelope learns nothing else, and nothing is examined for nobody.
  await read(context, (tx) => mustFind(tx, context, id));
  await mustBeSound(document.bytes);
  return write(context, async (tx) => {
    const sha = await add(tx, context, id, document);
    const result = await envelopeDetail(tx, context, await mustHold(tx, context, id));
    const after = { name: document.name, sha256: sha };
    return { result, audit: { action: 'envelope.document_added', subject: encodeId('env', id), after } };
  });
}

/** As many as one sitting can read. */
const mostDocuments = 20;

async function add(tx: Tx, context: Context, id: string, { name, bytes }: DocumentToSign): Promise<string> {
  const envelope = await mustHold(tx, context, id);
  if (envelope.state !== 'draft') throw stepRefused('not_draft');
  const number = envelope.documents.length + 1;
  if (number > mostDocuments) throw documentRefused('too_large');
  const sha = sha256(bytes).toString('hex');
  await insertVersion(tx, context.workspaceId, id, { number, version: 0, name: fileName(name), sha256: sha, bytes });
  const data = { document: String(number), name: fileName(name), sha256: sha, bytes: String(bytes.length) };
  await tell(tx, context, envelope, { kind: 'document_added', by: 'company', data });
  return sha;
}

async function mustBeSound(bytes: Buffer): Promise<void> {
  const fault = await pdfFault(bytes, 'sign');
  if (fault !== null) throw documentRefused(fault);
}

/** Shown to people and written to disks. */
function fileName(name: string): string {
  const plain = name.replace(/\.pdf$/iu, '').replaceAll(/[^\p{L}\p{N} _.-]+/gu, '_');
  return `${plain.replace(/^\.+/u, '') || 'document'}.pdf`;
}
