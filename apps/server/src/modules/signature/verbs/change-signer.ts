import type { EnvelopeDetail, ReplaceSigner } from '@cordee/contract/signature';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { envelopeDetail } from '../envelope-answer.ts';
import { findUserEmail } from '../envelope.store.ts';
import type { SignatureParts } from '../parts.ts';
import { mustFind } from '../queries/envelopes.ts';
import { stepRefused } from '../refusals.ts';
import { mustBeSomebody, mustSendEnvelopes } from '../signature.policy.ts';
import { makeLink, mustHold, takeStep, tell } from '../take-step.ts';
import { audit } from './run-envelope.ts';

/**
 * Puts somebody else in the place of a signer: a wrong address, a person who is away. Whose turn it is gets a link; the one before can no
 * longer sign, and both stay in the trail. Refuses `not_found` and `envelope_step_refused`.
 */
export async function replaceSigner(
  context: Context,
  parts: SignatureParts,
  id: string,
  signerId: string,
  { name, email, language }: ReplaceSigner,
): Promise<Wire<EnvelopeDetail>> {
  mustSendEnvelopes(context.actor);
  return write(context, async (tx) => {
    const before = await mustHold(tx, context, id);
    const signer = before.signers.find((one) => one.id === signerId);
    if (signer === undefined) throw new Refusal('not_found');
    const to = newUuid(context.now());
    const data = {
      signer: encodeId('sgn', signer.id),
      name: signer.name,
      email: signer.email,
      to: encodeId('sgn', to),
      toName: name,
      toEmail: email,
    };
    const told = { kind: 'replaced', by: 'company', data, other: { name, email, language: language ?? signer.language } };
    const after = await takeStep(tx, context, parts, before, { kind: 'replace', signer: signer.id, to }, told);
    return { result: await envelopeDetail(tx, context, after), audit: audit('replaced', after) };
  });
}

const passed = new Set(['delegated', 'refused']);

/**
 * A link for whoever is signed in and is asked to sign, by the address they sign in with; the code still comes by mail. Refuses `forbidden`
 * for who only looks, `not_found`, and `envelope_step_refused` for who is no signer of it.
 */
export async function openOwnLink(context: Context, parts: SignatureParts, id: string): Promise<{ readonly url: string }> {
  const userId = mustBeSomebody(context.actor);
  return write(context, async (tx) => {
    await mustFind(tx, context, id);
    const envelope = await mustHold(tx, context, id);
    const email = (await findUserEmail(tx, userId))?.toLowerCase();
    const own = envelope.signers.filter((signer) => signer.email.toLowerCase() === email);
    const signer = own.find(({ state }) => !passed.has(state)) ?? own[0];
    if (signer === undefined) throw stepRefused('unknown_signer');
    const url = await makeLink(tx, context, parts, envelope, signer.id);
    const who = encodeId('sgn', signer.id);
    await tell(tx, context, envelope, {
      kind: 'link_taken',
      by: who,
      data: { signer: who, name: signer.name, email: signer.email },
    });
    return { result: { url }, audit: audit('link_taken', await mustHold(tx, context, id)) };
  });
}
