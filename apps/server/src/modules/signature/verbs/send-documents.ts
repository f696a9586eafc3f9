import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { recordAudit } from '../../../platform/verb.ts';
import type { SignatureParts } from '../parts.ts';
import { mustSendEnvelopes } from '../signature.policy.ts';
import { insertDraft, type DocumentToSign, type NewEnvelope } from './create-envelope.ts';
import { sendDraft } from './run-envelope.ts';

/**
 * Sends documents of ours to be signed, in the caller's transaction: either all of it is so or nothing, links and mails included. The id of
 * the envelope. What becomes of it is told by the outbox: `envelope.completed`, `.refused`, `.expired`, `.cancelled`. Documents of others
 * come by `addDocument`, which examines them. Refuses `envelope_step_refused` and `unknown_reference`.
 */
export async function sendDocuments(
  tx: Tx,
  context: Context,
  parts: SignatureParts,
  { documents, ...asked }: NewEnvelope & { readonly documents: readonly DocumentToSign[] },
): Promise<string> {
  mustSendEnvelopes(context.actor);
  const draft = await insertDraft(tx, context, asked, documents);
  await recordAudit(tx, context, draft.audit);
  const sent = await sendDraft(tx, context, parts, draft.id);
  await recordAudit(tx, context, sent.audit);
  return draft.id;
}
