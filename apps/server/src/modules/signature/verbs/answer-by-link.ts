import { newUuid } from '../../../platform/uuid.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { hmacSha256, isSameSecret } from '../../../platform/crypto/index.ts';
import { write } from '../../../platform/verb.ts';
import { encodeId } from '@cordee/core/ids';
import { randomInt } from 'node:crypto';
import { holdOwn, whoIs, type LinkHolder, type SignerDevice } from '../by-link.ts';
import { currentConsent } from '../consent-texts.ts';
import type { EnvelopeRecord, SignerRecord } from '../envelope.store.ts';
import { countTry, setCode } from '../envelope-write.store.ts';
import type { SignatureParts } from '../parts.ts';
import { stepRefused } from '../refusals.ts';
import { mustHoldLink } from '../signature.policy.ts';
import { mustHold, takeStep, tell, timeOf } from '../take-step.ts';
import { audit } from './run-envelope.ts';

/** How long a code holds, how often it may be tried, and how many one signer gets. */
const CODE_MINUTES = 10;
const mostTries = 5;
const mostCodes = 10;

/** Notes that a signer has seen the documents' page, once. Nothing is refused: who comes late sees that it is over. */
export async function openByLink(holder: LinkHolder, parts: SignatureParts, device: SignerDevice): Promise<void> {
  mustHoldLink(holder.context.actor);
  await write(holder.context, async (tx) => {
    const { envelope, signer } = await holdOwn(tx, holder);
    const isNew =
      envelope.state === 'sent' && signer.state === 'invited' && envelope.expiresAt > timeOf(holder.context, envelope);
    if (!isNew) return { result: null, audit: null };
    const after = await takeStep(
      tx,
      holder.context,
      parts,
      envelope,
      { kind: 'open', signer: signer.id },
      { kind: 'opened', by: encodeId('sgn', signer.id), data: whoIs(signer, device) },
    );
    return { result: null, audit: audit('opened', after) };
  });
}

/** Sends a code to the signer's address; the one before no longer holds. Refuses when too many were asked for. */
export async function askCode(holder: LinkHolder, parts: SignatureParts, device: SignerDevice): Promise<void> {
  mustHoldLink(holder.context.actor);
  const { context } = holder;
  await write(context, async (tx) => {
    const { envelope, signer } = await holdOwn(tx, holder);
    if (signer.codesSent >= mostCodes) throw stepRefused('too_many_codes');
    const told = { kind: 'code_sent', by: encodeId('sgn', signer.id), data: whoIs(signer, device) };
    const after = await takeStep(tx, context, parts, envelope, { kind: 'ask_code', signer: signer.id }, told);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const until = timeOf(context, envelope) + CODE_MINUTES * 60_000;
    await setCode(tx, context.workspaceId, signer.id, { hash: codeHash(parts, signer, code), until });
    const { purpose } = envelope;
    await parts.letters.code(tx, context.workspaceId, signer, { purpose, code, minutes: CODE_MINUTES });
    return { result: null, audit: audit('code_sent', after) };
  });
}

function codeHash({ codeKey }: SignatureParts, { id }: SignerRecord, code: string): Buffer {
  return hmacSha256(codeKey, `${id} ${code}`);
}

/** The signer enters its code and agrees to the text that was shown. A wrong try is counted whatever follows. */
export async function consentByLink(
  holder: LinkHolder,
  parts: SignatureParts,
  device: SignerDevice,
  { code, version }: { readonly code: string; readonly version: string },
): Promise<void> {
  mustHoldLink(holder.context.actor);
  const { context } = holder;
  const fault = await write(context, async (tx) => {
    const { envelope, signer } = await holdOwn(tx, holder);
    const wrong = await tryCode(tx, holder, parts, envelope, signer, code);
    if (wrong !== null) return { result: wrong, audit: null };
    const data = { ...whoIs(signer, device), text: version, version: currentConsent.version };
    const told = { kind: 'consented', by: encodeId('sgn', signer.id), data };
    const after = await takeStep(tx, context, parts, envelope, { kind: 'consent', signer: signer.id }, told);
    await setCode(tx, context.workspaceId, signer.id, null);
    return { result: null, audit: audit('consented', after) };
  });
  if (fault !== null) throw stepRefused(fault);
}

type CodeFault = 'code_wrong' | 'code_over' | 'no_code_asked';

async function tryCode(
  tx: Tx,
  { context }: LinkHolder,
  parts: SignatureParts,
  envelope: EnvelopeRecord,
  signer: SignerRecord,
  code: string,
): Promise<CodeFault | null> {
  if (signer.state !== 'code_asked' || signer.codeHash === null) return 'no_code_asked';
  if (signer.codeUntil === null || signer.codeUntil <= timeOf(context, envelope) || signer.codeTries >= mostTries)
    return 'code_over';
  if (isSameSecret(signer.codeHash, codeHash(parts, signer, code.replaceAll(/\s/gu, '')))) return null;
  await countTry(tx, context.workspaceId, signer.id);
  await tell(tx, context, await mustHold(tx, context, envelope.id), {
    kind: 'code_wrong',
    by: encodeId('sgn', signer.id),
    data: { tries: String(signer.codeTries + 1) },
  });
  return 'code_wrong';
}

/** The signer will not sign, and says why. That ends the envelope. */
export async function refuseByLink(
  holder: LinkHolder,
  parts: SignatureParts,
  device: SignerDevice,
  reason: string,
): Promise<void> {
  mustHoldLink(holder.context.actor);
  await write(holder.context, async (tx) => {
    const { envelope, signer } = await holdOwn(tx, holder);
    const told = { kind: 'refused', by: encodeId('sgn', signer.id), data: { ...whoIs(signer, device), reason }, reason };
    const after = await takeStep(tx, holder.context, parts, envelope, { kind: 'refuse', signer: signer.id }, told);
    return { result: null, audit: audit('refused', after) };
  });
}

/** The signer gives its place to somebody else of its side, once. Both stay in the trail. */
export async function delegateByLink(
  holder: LinkHolder,
  parts: SignatureParts,
  device: SignerDevice,
  to: { readonly name: string; readonly email: string },
): Promise<void> {
  mustHoldLink(holder.context.actor);
  const { context } = holder;
  await write(context, async (tx) => {
    const { envelope, signer } = await holdOwn(tx, holder);
    const id = newUuid(context.now());
    const data = { ...whoIs(signer, device), to: encodeId('sgn', id), toName: to.name, toEmail: to.email };
    const other = { ...to, language: signer.language };
    const told = { kind: 'delegated', by: encodeId('sgn', signer.id), data, other };
    const after = await takeStep(tx, context, parts, envelope, { kind: 'delegate', signer: signer.id, to: id }, told);
    return { result: null, audit: audit('delegated', after) };
  });
}
