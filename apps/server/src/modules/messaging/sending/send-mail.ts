import { encodeId } from '@cordee/core/ids';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { MailError } from '../../../platform/mail/index.ts';
import { settleMail, takeMail, type MailRecord } from '../mail.store.ts';
import type { MessagingParts } from '../parts.ts';
import type { MailContent } from './write-mail.ts';

/** A mail that may be taken later: the queue tries again. */
export class MailWaits extends Error {
  override readonly name = 'MailWaits';
}

/**
 * Sends a queued mail, once for each time it is queued: the row is locked while the server takes it, so that two workers never
 * send it both; a process that dies after the server has taken it sends it again, under the same Message-ID.
 */
export async function sendMail(parts: MessagingParts, workspaceId: string, mailId: string, isLast: boolean): Promise<void> {
  const left = await transaction(parts.db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    const taken = await takeMail(tx, workspaceId, mailId);
    if (taken === null) return null;
    const fault = await attempt(parts, taken.mail, JSON.parse(parts.sealer.open(taken.content)) as MailContent);
    const state = fault === null ? 'sent' : fault.reason === 'refused' || isLast ? 'failed' : 'queued';
    await settleMail(tx, workspaceId, mailId, state, fault?.message.slice(0, 500) ?? null, parts.now());
    return state === 'queued' ? fault : null;
  });
  if (left !== null) throw new MailWaits(left.message, { cause: left });
}

async function attempt(
  { mailer, from }: MessagingParts,
  { id, subject }: MailRecord,
  content: MailContent,
): Promise<MailError | null> {
  if (mailer === null) return new MailError('unreachable', 'no mail server is set up (SMTP_URL)');
  const { to, replyTo, html, text, unsubscribe } = content;
  const messageId = `<${encodeId('mal', id)}@${from.split('@')[1] ?? 'localhost'}>`;
  const headers: Record<string, string> =
    unsubscribe === null ? {} : { 'list-unsubscribe': `<${unsubscribe}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' };
  try {
    await mailer.send({ messageId, from: content.from, replyTo, to, subject, html, text, headers });
    return null;
  } catch (error) {
    if (error instanceof MailError) return error;
    throw error;
  }
}
