import { decodeId, encodeId } from '@cordee/core/ids';
import { otherSide, type Side } from '@cordee/core/partnership';
import type { Tx } from '../../platform/db/index.ts';
import type { Happened } from '../../platform/outbox/index.ts';
import { charterEntryToTell } from '../charter/index.ts';
import { jointFactToTell } from '../partnership/index.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail } from './sending/write-mail.ts';
import type { CharterEvent } from './templates/charter-news.ts';
import type { MailData, MailKind } from './templates/index.ts';
import { partnersToTell, senderOf, staff, type Sender } from './who.ts';

type Data = Readonly<Record<string, unknown>>;

/** To the other side what one did with the charter; to both that it holds. A draft only its author sees is nobody else's business. */
export async function tellCharter(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const { id, action, subject, after } = happened;
  const charterId = decodeId('chr', subject);
  const number = Number(data(after)['entry']);
  if (charterId === null || !Number.isInteger(number)) return;
  const entry = await charterEntryToTell(tx, workspaceId, charterId, number);
  if (entry === null || !entry.isShared) return;
  const event = action.slice('charter.'.length) as CharterEvent;
  const isOfDay = event === 'in_force' || event === 'announced';
  const letter = {
    event,
    version: entry.version,
    day: event === 'ended' ? entry.endsOn : isOfDay ? entry.holdsFrom : null,
    words: entry.text,
  };
  const sides: readonly Side[] = event === 'in_force' ? ['company', 'partner'] : [otherSide(entry.side)];
  await tellSides(tx, parts, { workspaceId, partnerId: entry.partnerId, sides, occasion: id }, 'charter_news', (told) => ({
    ...letter,
    ...told.names,
    place:
      told.side === 'partner' ? `${parts.baseUrl}/portal/charter` : `${parts.baseUrl}/console/partners/${told.partner}/charter`,
  }));
}

/** To the other side what was stated for it to confirm, and what it answered. */
export async function tellJointFact(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const { id, action, subject } = happened;
  const jointId = decodeId('jnt', subject);
  const joint = jointId === null ? null : await jointFactToTell(tx, workspaceId, jointId);
  if (joint === null) return;
  const event = action.slice('joint_fact.'.length) as MailData<'joint_fact_news'>['event'];
  const by = event === 'proposed' || event === 'withdrawn' ? joint.proposedBy : otherSide(joint.proposedBy);
  const letter = {
    event,
    kind: joint.kind,
    statement: joint.text,
    day: joint.on,
    words: event === 'proposed' ? null : joint.reason,
  };
  const about = { workspaceId, partnerId: joint.partnerId, sides: [otherSide(by)], occasion: id };
  await tellSides(tx, parts, about, 'joint_fact_news', (told) => ({
    ...letter,
    ...told.names,
    place:
      told.side === 'partner'
        ? `${parts.baseUrl}/portal/partnership`
        : `${parts.baseUrl}/console/partners/${told.partner}/partnership`,
  }));
}

interface About {
  readonly workspaceId: string;
  readonly partnerId: string;
  readonly sides: readonly Side[];
  readonly occasion: string;
}

interface Told {
  readonly side: Side;
  /** Its id as addresses write it. */
  readonly partner: string;
  readonly names: { readonly partner: string; readonly workspace: string };
}

/** Writes to the people of the sides: of the company those who may answer, of the partner all. An archived partner is left alone. */
async function tellSides<Kind extends MailKind>(
  tx: Tx,
  parts: MessagingParts,
  { workspaceId, partnerId, sides, occasion }: About,
  kind: Kind,
  dataFor: (told: Told) => MailData<Kind>,
): Promise<void> {
  const sender = await senderOf(tx, parts, workspaceId);
  const [partner] = await partnersToTell(tx, workspaceId, [partnerId]);
  if (partner === undefined) return;
  for (const side of sides) {
    const to = side === 'partner' ? partner.recipients : await company(tx, sender);
    const names = { partner: partner.name, workspace: sender.name };
    const told = dataFor({ side, partner: encodeId('prt', partner.id), names });
    await writeMail(tx, parts, sender, { kind, to, occasion: `${occasion} ${side}`, data: () => told });
  }
}

function company(tx: Tx, sender: Sender) {
  return staff(tx, sender, ['owner', 'manager']);
}

function data(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}
