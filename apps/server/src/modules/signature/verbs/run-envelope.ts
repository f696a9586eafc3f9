import type { EnvelopeDetail } from '@cordee/contract/signature';
import { encodeId } from '@cordee/core/ids';
import { stepEnvelope } from '@cordee/core/signature';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { write } from '../../../platform/verb.ts';
import { envelopeDetail } from '../envelope-answer.ts';
import type { EnvelopeRecord } from '../envelope.store.ts';
import type { SignatureParts } from '../parts.ts';
import { stepRefused } from '../refusals.ts';
import { mustSendEnvelopes } from '../signature.policy.ts';
import { invite, mustHold, takeStep, timeOf } from '../take-step.ts';
import { updateEnvelope } from '../envelope-write.store.ts';
import type { Tx } from '../../../platform/db/index.ts';

/** Sends a draft: whose turn it is gets a link by mail. Refuses `envelope_step_refused`. */
export async function sendEnvelope(context: Context, parts: SignatureParts, id: string): Promise<Wire<EnvelopeDetail>> {
  mustSendEnvelopes(context.actor);
  return write(context, async (tx) => {
    const { after, audit: told } = await sendDraft(tx, context, parts, id);
    return { result: await envelopeDetail(tx, context, after), audit: told };
  });
}

/** The same inside another verb's transaction, which has asked who may. */
export async function sendDraft(tx: Tx, context: Context, parts: SignatureParts, id: string) {
  const before = await mustHold(tx, context, id);
  const data = { documents: before.documents.map(({ sha256 }) => sha256).join(' ') };
  const after = await takeStep(tx, context, parts, before, { kind: 'send' }, { kind: 'sent', by: 'company', data });
  return { after, audit: audit('sent', after) };
}

/** Takes an envelope back. Who was asked is told. */
export async function cancelEnvelope(
  context: Context,
  parts: SignatureParts,
  id: string,
  reason: string,
): Promise<Wire<EnvelopeDetail>> {
  mustSendEnvelopes(context.actor);
  return write(context, async (tx) => {
    const before = await mustHold(tx, context, id);
    const told = { kind: 'cancelled', by: 'company', data: { reason }, reason };
    const after = await takeStep(tx, context, parts, before, { kind: 'cancel' }, told);
    return { result: await envelopeDetail(tx, context, after), audit: audit('cancelled', after) };
  });
}

/** Writes again to those whose turn it is. */
export async function remindEnvelope(context: Context, parts: SignatureParts, id: string): Promise<Wire<EnvelopeDetail>> {
  mustSendEnvelopes(context.actor);
  return write(context, async (tx) => {
    const after = await remind(tx, context, parts, await mustHold(tx, context, id));
    return { result: await envelopeDetail(tx, context, after), audit: audit('reminded', after) };
  });
}

const dayMs = 86_400_000;

/** Writes again to whoever is asked and has not signed, and sets when to do so next. Refuses when nobody is. */
export async function remind(tx: Tx, context: Context, parts: SignatureParts, before: EnvelopeRecord): Promise<EnvelopeRecord> {
  const now = timeOf(context, before);
  const documents = before.documents.map(({ currentSha256 }) => currentSha256);
  const faults = before.signers.map(({ id }) => {
    const stepped = stepEnvelope({ ...before, documents }, { kind: 'remind', signer: id }, now);
    return { id, fault: 'fault' in stepped ? stepped.fault : null };
  });
  const open = faults.filter(({ fault }) => fault === null);
  if (open.length === 0) throw stepRefused(faults[0]?.fault ?? 'nobody_to_sign');
  for (const { id } of open) await invite(tx, context, parts, before, id, true);
  const { state, sentAt, endedAt, reason, remindEveryDays } = before;
  const remindAt = remindEveryDays === null ? null : now + remindEveryDays * dayMs;
  await updateEnvelope(tx, context.workspaceId, before.id, { state, sentAt, endedAt, reason, remindAt });
  return mustHold(tx, context, before.id);
}

/** What the audit trail of the workspace says of an envelope; others react to it by the outbox. */
export function audit(event: string, { id, purpose, subject, partnerId, state, head }: EnvelopeRecord) {
  const partner = partnerId === null ? null : encodeId('prt', partnerId);
  return {
    action: `envelope.${event}`,
    subject: encodeId('env', id),
    after: { purpose, subject, partnerId: partner, state, trail: head },
  };
}
