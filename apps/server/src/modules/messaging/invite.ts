import { transaction, withWorkspace, type Tx } from '../../platform/db/index.ts';
import { homeOfUser, type OnInvited } from '../identity/index.ts';
import { partnersById } from '../partner/index.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail } from './sending/write-mail.ts';
import { senderOf, type Sender } from './who.ts';

/** Writes an invitation, in the transaction that invites. */
export function writeInvitation(parts: MessagingParts): OnInvited {
  return async (tx, workspaceId, { email, name, partnerId, link }) => {
    const sender = await senderOf(tx, parts, workspaceId);
    const to = [{ address: email, name, language: await languageOf(tx, sender, partnerId) }];
    await writeMail(tx, parts, sender, { kind: 'invitation', to, data: () => ({ workspace: sender.name, person: name, link }) });
  };
}

/** Writes a sign-in link to a known person, from the workspace they joined first; to nobody else, and not around a second factor. */
export function writeSignInLink(parts: MessagingParts): (email: string, link: string, minutes: number) => Promise<void> {
  return (email, link, minutes) =>
    transaction(parts.db, async (tx) => {
      await withWorkspace(tx, '*');
      const home = await homeOfUser(tx, email.toLowerCase());
      if (home === null || home.hasSecondFactor) return;
      await withWorkspace(tx, home.workspaceId);
      const sender = await senderOf(tx, parts, home.workspaceId);
      const to = [{ address: email, name: home.name, language: await languageOf(tx, sender, home.partnerId) }];
      await writeMail(tx, parts, sender, { kind: 'sign_in_link', to, data: () => ({ person: home.name, link, minutes }) });
    });
}

async function languageOf(tx: Tx, sender: Sender, partnerId: string | null): Promise<Sender['language']> {
  if (partnerId === null) return sender.language;
  const [partner] = await partnersById(tx, sender.id, [partnerId]);
  return partner?.language ?? sender.language;
}
