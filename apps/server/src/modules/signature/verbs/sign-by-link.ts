import { encodeId } from '@cordee/core/ids';
import { stepEnvelope } from '@cordee/core/signature';
import { sha256 } from '../../../platform/crypto/index.ts';
import { signPdf, type PdfSigner, type PdfTimestamper } from '../../../platform/pdf/index.ts';
import { read, write } from '../../../platform/verb.ts';
import { holdOwn, readOwn, whoIs, type LinkHolder, type SignerDevice } from '../by-link.ts';
import { insertVersion, selectBytes, type NewVersion } from '../document.store.ts';
import type { EnvelopeRecord, SignerRecord } from '../envelope.store.ts';
import type { SignatureParts } from '../parts.ts';
import { stepRefused } from '../refusals.ts';
import { mustHoldLink } from '../signature.policy.ts';
import { takeStep, timeOf } from '../take-step.ts';
import { audit } from './run-envelope.ts';

/**
 * Signs all documents of an envelope: one more update behind each, over the bytes whose hashes were shown. Repeated by the same signer it
 * answers as before. Refuses `envelope_step_refused`: without consent, out of turn, late, or when the documents are not those shown any more.
 */
export async function signByLink(
  holder: LinkHolder,
  parts: SignatureParts,
  device: SignerDevice,
  shown: readonly string[],
): Promise<void> {
  mustHoldLink(holder.context.actor);
  const { context } = holder;
  const { envelope, signer, bases } = await read(context, async (tx) => ({
    ...(await readOwn(tx, holder)),
    bases: await selectBytes(tx, context.workspaceId, holder.envelopeId),
  }));
  if (signer.state === 'signed') return;
  mustBeAllowed(envelope, signer, shown, timeOf(context, envelope));
  // Outside of the transaction: an authority may take its time. What was signed is compared again once the envelope is held.
  const { versions, stamped } = await signAll(holder, parts, envelope, signer, bases);
  await write(context, async (tx) => {
    const held = await holdOwn(tx, holder);
    if (held.signer.state === 'signed') return { result: null, audit: null };
    const signed = versions.map((version) => version.sha256);
    const told = {
      kind: 'signed',
      by: encodeId('sgn', signer.id),
      data: { ...whoIs(signer, device), shown: shown.join(' '), signed: signed.join(' '), stamped: stamped ? 'yes' : 'no' },
    };
    mustBeAllowed(held.envelope, held.signer, shown, timeOf(context, held.envelope));
    // First the versions: what the step answers and tells others stands on them.
    for (const version of versions) await insertVersion(tx, context.workspaceId, held.envelope.id, version);
    const after = await takeStep(tx, context, parts, held.envelope, { kind: 'sign', signer: signer.id, shown, signed }, told);
    return { result: null, audit: audit(after.state === 'completed' ? 'completed' : 'signed', after) };
  });
}

function mustBeAllowed(envelope: EnvelopeRecord, signer: SignerRecord, shown: readonly string[], now: number): void {
  const documents = envelope.documents.map(({ currentSha256 }) => currentSha256);
  const stepped = stepEnvelope({ ...envelope, documents }, { kind: 'sign', signer: signer.id, shown, signed: shown }, now);
  if ('fault' in stepped) throw stepRefused(stepped.fault);
}

async function signAll(
  { context }: LinkHolder,
  parts: SignatureParts,
  envelope: EnvelopeRecord,
  signer: SignerRecord,
  bases: readonly NewVersion[],
): Promise<{ versions: NewVersion[]; stamped: boolean }> {
  const key = (await parts.provider?.signerOf(context.workspaceId, signer)) ?? (await parts.ownSigner(context));
  const about = { context, envelope, signer, key };
  if (parts.timestamper !== null) {
    try {
      return { versions: await signEach(about, bases, parts.timestamper), stamped: true };
    } catch {
      // An authority that is away keeps nobody from signing; the trail says that the time is this server's.
    }
  }
  return { versions: await signEach(about, bases, null), stamped: false };
}

interface Signing {
  readonly context: LinkHolder['context'];
  readonly envelope: EnvelopeRecord;
  readonly signer: SignerRecord;
  readonly key: PdfSigner;
}

async function signEach(
  { context, envelope, signer, key }: Signing,
  bases: readonly NewVersion[],
  timestamper: PdfTimestamper | null,
): Promise<NewVersion[]> {
  const at = timeOf(context, envelope);
  const made: NewVersion[] = [];
  for (const base of bases) {
    const version = base.version + 1;
    const reason = reasonOf(envelope, signer);
    const field = `Signature-${version}`;
    const bytes = await signPdf(base.bytes, key, { at, reason, contact: signer.email, field, timestamper });
    made.push({ number: base.number, version, name: base.name, bytes, sha256: sha256(bytes).toString('hex') });
  }
  return made;
}

function reasonOf({ id, purpose }: EnvelopeRecord, { name, email, language }: SignerRecord): string {
  const how = {
    en: `${name} <${email}>: ${purpose}. Simple electronic signature, by link and code sent to this address.`,
    fr: `${name} <${email}> : ${purpose}. Signature électronique simple, par lien et code envoyés à cette adresse.`,
  };
  return `${how[language]} ${encodeId('env', id)}`;
}
