import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import { chainEvent, stepEnvelope, type Envelope, type EnvelopeStep, type Signer } from '@cordee/core/signature';
import { randomBytes } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { holdEnvelope, type EnvelopeRecord, type SignerRecord } from './envelope.store.ts';
import { insertEvent, insertLink, insertSigner, updateEnvelope, updateSigner } from './envelope-write.store.ts';
import type { EndState, SignatureParts } from './parts.ts';
import { stepRefused } from './refusals.ts';

const dayMs = 86_400_000;
/** A link shows the documents for as long after the end. */
const linkDays = 90;

export const hashText = (text: string) => sha256(text).toString('hex');

/**
 * The time of an envelope: that of the server, but never before what has happened to it. Where a clock is set back, time stands still for
 * the envelope until the clock has caught up: its trail stays in order, what has ended stays ended, nothing comes twice.
 */
export function timeOf({ now }: Pick<Context, 'now'>, { lastAt }: Pick<EnvelopeRecord, 'lastAt'>): Instant {
  return Math.max(now(), lastAt ?? 0);
}

/** The envelope, held until the transaction ends. Refuses `not_found`. */
export async function mustHold(tx: Tx, { workspaceId }: Context, id: string): Promise<EnvelopeRecord> {
  const record = await holdEnvelope(tx, workspaceId, id);
  if (record === null) throw new Refusal('not_found');
  return record;
}

export interface StepTold {
  readonly kind: string;
  /** The id of a signer, `company` or `clock`. */
  readonly by: string;
  readonly data: Readonly<Record<string, string>>;
  readonly reason?: string;
  /** Who takes over, for a delegation. */
  readonly other?: Pick<SignerRecord, 'name' | 'email' | 'language'>;
}

/** Takes a step: what core decides is written, told in the trail, and whoever is concerned is written to. Refuses with the reason. */
export async function takeStep(
  tx: Tx,
  context: Context,
  parts: SignatureParts,
  before: EnvelopeRecord,
  step: EnvelopeStep,
  told: StepTold,
): Promise<EnvelopeRecord> {
  const { workspaceId } = context;
  const now = timeOf(context, before);
  const stepped = stepEnvelope(decidedOn(before), step, now);
  if ('fault' in stepped) throw stepRefused(stepped.fault);
  const { envelope, invited } = stepped;
  for (const signer of envelope.signers) await writeSigner(tx, context, before, signer, step, told);
  const isOver = envelope.state !== 'draft' && envelope.state !== 'sent';
  await updateEnvelope(tx, workspaceId, before.id, {
    state: envelope.state,
    sentAt: before.sentAt ?? (step.kind === 'send' ? now : null),
    endedAt: before.endedAt ?? (isOver ? now : null),
    remindAt: isOver || before.remindEveryDays === null ? null : now + before.remindEveryDays * dayMs,
    reason: step.kind === 'cancel' ? (told.reason ?? null) : before.reason,
  });
  await tell(tx, context, before, told);
  if (isOver && envelope.state !== told.kind) {
    await tell(tx, context, await mustHold(tx, context, before.id), { kind: envelope.state, by: told.by, data: {} });
  }
  const after = await mustHold(tx, context, before.id);
  for (const id of invited) await invite(tx, context, parts, after, id, false);
  if (isOver && before.state === 'sent') await tellEnd(tx, context, parts, after);
  return after;
}

function decidedOn({ state, expiresAt, signers, documents }: EnvelopeRecord): Envelope {
  return { state, expiresAt, signers, documents: documents.map(({ currentSha256 }) => currentSha256) };
}

async function writeSigner(
  tx: Tx,
  context: Context,
  before: EnvelopeRecord,
  after: Signer,
  step: EnvelopeStep,
  told: StepTold,
): Promise<void> {
  const { workspaceId } = context;
  const known = before.signers.find(({ id }) => id === after.id);
  if (known === undefined) {
    const from = before.signers.find(({ id }) => id === after.delegatedFrom);
    if (from === undefined || told.other === undefined) throw new Error('a new signer without the one it stands for');
    const { turn, place, side } = from;
    await insertSigner(tx, workspaceId, before.id, { ...after, ...told.other, turn, place, side });
    return;
  }
  if (known.state === after.state && known.consentUntil === after.consentUntil) return;
  const reason = step.kind === 'refuse' && step.signer === after.id ? (told.reason ?? null) : known.reason;
  const signedAt = after.state === 'signed' ? (known.signedAt ?? timeOf(context, before)) : null;
  await updateSigner(tx, workspaceId, after.id, { state: after.state, consentUntil: after.consentUntil, signedAt, reason });
}

/** Adds to the trail of an envelope that is held. */
export async function tell(
  tx: Tx,
  context: Context,
  { id, events, head, lastAt }: Pick<EnvelopeRecord, 'id' | 'events' | 'head' | 'lastAt'>,
  { kind, by, data }: StepTold,
): Promise<void> {
  const event = { number: events + 1, at: timeOf(context, { lastAt }), kind, by, data };
  await insertEvent(tx, context.workspaceId, id, chainEvent(head, event, hashText));
}

/** A link of its own for a signer, which only the mail knows. */
export async function makeLink(
  tx: Tx,
  { workspaceId }: Context,
  { baseUrl }: SignatureParts,
  envelope: EnvelopeRecord,
  signerId: string,
) {
  const token = randomBytes(24).toString('base64url');
  await insertLink(tx, workspaceId, sha256(token), signerId, envelope.expiresAt + linkDays * dayMs);
  return `${baseUrl}/sign?token=${token}`;
}

/** Writes to a signer that it is asked to sign. */
export async function invite(
  tx: Tx,
  context: Context,
  parts: SignatureParts,
  envelope: EnvelopeRecord,
  signerId: string,
  again: boolean,
): Promise<void> {
  const signer = mustFindSigner(envelope, signerId);
  const link = await makeLink(tx, context, parts, envelope, signerId);
  const { purpose, message, expiresAt } = envelope;
  await parts.letters.asked(tx, context.workspaceId, signer, { purpose, message, link, again, until: expiresAt });
  const held = await mustHold(tx, context, envelope.id);
  await tell(tx, context, held, {
    kind: again ? 'reminded' : 'invited',
    by: 'clock',
    data: { signer: encodeId('sgn', signerId), name: signer.name, email: signer.email },
  });
}

/** All who were asked hear how it ended; who only waited has nothing to be told, unless it was completed. */
async function tellEnd(tx: Tx, context: Context, parts: SignatureParts, envelope: EnvelopeRecord): Promise<void> {
  for (const signer of envelope.signers) {
    if (signer.state === 'waiting' || signer.state === 'delegated') continue;
    const link = await makeLink(tx, context, parts, envelope, signer.id);
    const { purpose, state } = envelope;
    await parts.letters.over(tx, context.workspaceId, signer, { purpose, state: state as EndState, link });
  }
}

export function mustFindSigner({ signers }: EnvelopeRecord, id: string): SignerRecord {
  const signer = signers.find((one) => one.id === id);
  if (signer === undefined) throw new Error(`the envelope has no signer ${id}`);
  return signer;
}
