import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recordAudit } from '../../../platform/verb.ts';
import { savePreference } from '../mail.store.ts';
import type { MessagingParts } from '../parts.ts';
import { readUnsubscription, type Unsubscription } from '../unsubscribe-link.ts';

/**
 * Ends mails of a kind to an address, by the token of a link in one of them: whoever holds it may, and may do nothing else.
 * Repeating changes nothing. Refuses `link_expired` for a token that is not ours.
 */
export async function unsubscribe(parts: MessagingParts, token: string): Promise<Unsubscription> {
  const what = mustBeOurs(parts, token);
  const { workspaceId, address, kind } = what;
  await transaction(parts.db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    await savePreference(tx, workspaceId, address, kind, false, parts.now());
    const context = {
      workspaceId,
      actor: { kind: 'system', job: 'unsubscribe' },
      now: parts.now,
      requestId: 'unsubscribe',
    } as const;
    await recordAudit(tx, context, { action: 'mail_preferences.unsubscribed', subject: kind, after: { kind, wanted: false } });
  });
  return what;
}

export function mustBeOurs(parts: MessagingParts, token: string): Unsubscription {
  const what = readUnsubscription(parts, token);
  if (what === null) throw new Refusal('link_expired');
  return what;
}
