import type { ListMails, MailAnswer } from '@cordee/contract/messaging';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { mailToContract } from '../mail-answer.ts';
import { selectMails } from '../mail.store.ts';
import { mustSeeMails } from '../messaging.policy.ts';

/** A page of the mails that were written, newest first: to whom and about what, never what they say. */
export function listMails(context: Context, query: ListMails): Promise<{ items: MailAnswer[]; nextCursor: string | null }> {
  mustSeeMails(context.actor);
  const below = decodeCursor(query.cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    const { state = null, kind = null, recipient = null } = query;
    const rows = await selectMails(tx, context.workspaceId, { state, kind, recipient, below, limit: query.limit + 1 });
    return pageOfRows(rows, query.limit, mailToContract, ({ id }) => [id]);
  });
}
