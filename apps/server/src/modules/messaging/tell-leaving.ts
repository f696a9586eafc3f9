import { decodeId } from '@cordee/core/ids';
import { isLocalDate, localDateOf, parseInstant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { Happened } from '../../platform/outbox/index.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail } from './sending/write-mail.ts';
import type { LeavingEvent } from './templates/leaving-news.ts';
import { partnersToTell, senderOf, staff } from './who.ts';

type Data = Readonly<Record<string, unknown>>;

/** Writes about a leaving: what one side did to the other, what comes near or is done to both, an archive to the side it is for. */
export async function tellLeaving(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const { id, action, subject, after } = happened;
  const { partnerId, side, endsOn, expiresAt, text } = data(after);
  const isArchive = action === 'partner_archive.written';
  const partner = decodeId('prt', isArchive ? subject : String(partnerId));
  if (partner === null) return;
  const event = (isArchive ? 'archive_ready' : action.slice('leaving.'.length)) as LeavingEvent;
  const toCompany = event === 'near' || (isArchive ? side === 'company' : side === 'partner');
  const toPartner = event === 'near' || (isArchive ? side === 'partner' : side === 'company');
  const sender = await senderOf(tx, parts, workspaceId);
  const [told] = await partnersToTell(tx, workspaceId, [partner]);
  const until = parseInstant(String(expiresAt));
  const day = until === null ? String(endsOn) : localDateOf(until, sender.zone);
  const letter = {
    event,
    partner: told?.name ?? '',
    workspace: sender.name,
    on: isLocalDate(day) ? day : null,
    words: typeof text === 'string' ? text : null,
  };
  if (toCompany) {
    const place = `${parts.baseUrl}/console/partners/${isArchive ? subject : String(partnerId)}/leaving`;
    const to = await staff(tx, sender, ['owner', 'manager']);
    await writeMail(tx, parts, sender, { kind: 'leaving_news', to, occasion: id, data: () => ({ ...letter, place }) });
  }
  if (toPartner && told !== undefined) {
    const place = `${parts.baseUrl}/portal/leaving`;
    const occasion = `${id} partner`;
    await writeMail(tx, parts, sender, {
      kind: 'leaving_news',
      to: told.recipients,
      occasion,
      data: () => ({ ...letter, place }),
    });
  }
}

function data(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}
