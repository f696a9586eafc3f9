import { decodeId } from '@cordee/core/ids';
import { isLocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { Happened } from '../../platform/outbox/index.ts';
import { disputeOccasion } from './dispute-notices.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail } from './sending/write-mail.ts';
import type { DisputeEvent } from './templates/dispute-news.ts';
import { partnersToTell, senderOf, staff } from './who.ts';

type Data = Readonly<Record<string, unknown>>;

/** Writes about a dispute: what one side did to the other, what the clock did to both. Nobody can do without it: it is the notice. */
export async function tellDispute(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const { id, action, subject, after } = happened;
  const { disputeId, title, step, level, deadline, side, state, text } = data(after);
  const partner = decodeId('prt', subject);
  if (partner === null) return;
  const sender = await senderOf(tx, parts, workspaceId);
  const [told] = await partnersToTell(tx, workspaceId, [partner]);
  const levels = data(level);
  const letter = {
    event: action.slice('dispute.'.length) as DisputeEvent,
    title: String(title),
    partner: told?.name ?? '',
    workspace: sender.name,
    number: Number(step),
    deadline: typeof deadline === 'string' && isLocalDate(deadline) ? deadline : null,
    isOver: state !== 'open' && state !== 'paused',
    words: typeof text === 'string' ? text : null,
  };
  const write = async (to: Parameters<typeof writeMail>[3]['to'], reader: 'company' | 'partner', room: string) =>
    writeMail(tx, parts, sender, {
      kind: 'dispute_news',
      to,
      occasion: disputeOccasion(String(disputeId), letter.number, reader, id),
      data: (language) => ({
        ...letter,
        level: String(levels[language]),
        place: `${parts.baseUrl}/${room}/disputes/${String(disputeId)}`,
      }),
    });
  if (side !== 'company') await write(await staff(tx, sender, ['owner', 'manager']), 'company', 'console');
  if (side !== 'partner' && told !== undefined) await write(told.recipients, 'partner', 'portal');
}

function data(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}
