import type { MailAnswer } from '@cordee/contract/messaging';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { mailToContract } from '../mail-answer.ts';
import { findMail, requeueMail } from '../mail.store.ts';
import { mustSeeMails } from '../messaging.policy.ts';
import { askToSend } from '../sending/write-mail.ts';

/** Sends a mail that failed once more. Refuses `not_found`, and `conflict` for one that did not fail. */
export function retryMail(context: Context, id: string): Promise<MailAnswer> {
  mustSeeMails(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const isQueued = await requeueMail(tx, workspaceId, id);
    const mail = await findMail(tx, workspaceId, id);
    if (mail === null) throw new Refusal('not_found');
    if (!isQueued) throw new Refusal('conflict', [notFailed]);
    await askToSend(tx, workspaceId, id);
    return { result: mailToContract(mail), audit: { action: 'mail.retried', subject: encodeId('mal', id) } };
  });
}

const notFailed = {
  path: 'id',
  rule: 'failed',
  message: { en: 'Only a mail that failed is sent again.', fr: 'Seul un message qui a échoué est renvoyé.' },
};
