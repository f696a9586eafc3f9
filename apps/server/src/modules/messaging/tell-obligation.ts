import { decodeId } from '@cordee/core/ids';
import type { Tx } from '../../platform/db/index.ts';
import type { Happened } from '../../platform/outbox/index.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail } from './sending/write-mail.ts';
import type { ObligationEvent } from './templates/obligation-news.ts';
import { partnersToTell, senderOf, staff } from './who.ts';

type Data = Readonly<Record<string, unknown>>;

/** Writes about an obligation: what is near or late to who owes it (both, once it is late), what one side did to the other. */
export async function tellObligation(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const { id, action, subject, after } = happened;
  const { obligationId, partnerId, title, dueOn, owner, side, text } = data(after);
  const partner = decodeId('prt', typeof partnerId === 'string' ? partnerId : subject);
  if (partner === null) return;
  const event = action.slice('obligation.'.length) as ObligationEvent;
  const byClock = side === undefined;
  const toCompany = byClock ? owner !== 'partner' || event !== 'reminded' : side === 'partner';
  const toPartner = byClock ? owner !== 'company' : side === 'company';
  const sender = await senderOf(tx, parts, workspaceId);
  const [told] = await partnersToTell(tx, workspaceId, [partner]);
  const titles = data(title);
  const letter = {
    event,
    partner: told?.name ?? '',
    workspace: sender.name,
    dueOn: String(dueOn),
    words: typeof text === 'string' ? text : null,
  };
  if (toCompany) {
    const place = `${parts.baseUrl}/console/obligations?open=${String(obligationId)}`;
    const to = await staff(tx, sender, ['owner', 'manager']);
    await writeMail(tx, parts, sender, {
      kind: 'obligation_news',
      to,
      occasion: id,
      data: (language) => ({ ...letter, title: String(titles[language]), place }),
    });
  }
  if (toPartner && told !== undefined) {
    const place = `${parts.baseUrl}/portal/obligations?open=${String(obligationId)}`;
    const to = told.recipients;
    await writeMail(tx, parts, sender, {
      kind: 'obligation_news',
      to,
      occasion: `${id} partner`,
      data: (language) => ({ ...letter, title: String(titles[language]), place }),
    });
  }
}

function data(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}
