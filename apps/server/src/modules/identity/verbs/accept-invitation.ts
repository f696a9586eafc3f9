import { hashPassword } from 'better-auth/crypto';
import type { Context } from '../../../platform/context.ts';
import { transaction } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { useLink } from '../links.store.ts';
import { getUser, setPassword } from '../users.store.ts';

/** Sets the password of whoever holds an invitation link. Refuses `link_expired`. */
export async function acceptInvitation(context: Context, token: string, password: string): Promise<{ email: string }> {
  const hash = await hashPassword(password);
  return transaction(context.db, async (tx) => {
    const now = context.now();
    const link = await useLink(tx, 'invitation', token, now);
    if (link === null || link.userId === null) throw new Refusal('link_expired');
    await setPassword(tx, link.userId, hash, now);
    return { email: (await getUser(tx, link.userId)).email };
  });
}
