import type { Side } from '@cordee/core/partnership';
import { decodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { Happened } from '../../platform/outbox/index.ts';
import { applicantToTell, qualificationToTell, type OnApplied, type QualificationToTell } from '../qualification/index.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail } from './sending/write-mail.ts';
import type { ApplicationOutcomeTold } from './templates/application-answered.ts';
import type { QualificationNews, QualificationNewsData } from './templates/qualification-news.ts';
import { partnersToTell, senderOf, staff } from './who.ts';

type Data = Readonly<Record<string, unknown>>;

/** Asks somebody who applied to prove the address, in the transaction that takes the application. */
export function writeConfirmation(parts: MessagingParts): OnApplied {
  return async (tx, workspaceId, { address, name, language, program, link }) => {
    const sender = await senderOf(tx, parts, workspaceId);
    const told = { workspace: sender.name, person: name, program, link };
    await writeMail(tx, parts, sender, { kind: 'application_confirmation', to: [{ address, name, language }], data: () => told });
  };
}

/** Tells the company of an application that was confirmed, and the applicant what was answered. */
export async function tellApplication(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const id = decodeId('app', happened.subject);
  const applicant = id === null ? null : await applicantToTell(tx, workspaceId, id);
  if (applicant === null) return;
  const { address, name, company, language, program, reason } = applicant;
  const sender = await senderOf(tx, parts, workspaceId);
  if (happened.action === 'application.confirmed') {
    const told = { company, program, place: `${parts.baseUrl}/console/applications/${happened.subject}` };
    const to = await staff(tx, sender, ['owner', 'manager']);
    await writeMail(tx, parts, sender, { kind: 'application_to_answer', to, occasion: happened.id, data: () => told });
    return;
  }
  const { state, invited } = data(happened.after);
  if ((state !== 'accepted' && state !== 'refused' && state !== 'asked') || reason === null) return;
  const told = { workspace: sender.name, person: name, company, program, outcome: outcomeOf(state, invited), reason } as const;
  const to = [{ address, name, language }];
  await writeMail(tx, parts, sender, { kind: 'application_answered', to, occasion: happened.id, data: () => told });
}

function outcomeOf(state: 'accepted' | 'refused' | 'asked', invited: unknown): ApplicationOutcomeTold {
  if (state !== 'accepted') return state;
  if (invited === 'link') return 'invited';
  return invited === 'account' ? 'with_account' : 'accepted';
}

/** Which sides each row is for: the other one than who did it, both where time did it. */
const told: Readonly<Record<QualificationNews, (by: unknown, about: QualificationToTell) => readonly Side[]>> = {
  opened: (by) => (by === 'clock' ? ['company', 'partner'] : ['partner']),
  sealed: (by) => [by === 'company' ? 'partner' : 'company'],
  revealed: () => ['company', 'partner'],
  reminded: (_, { isSealed }) => (['company', 'partner'] as const).filter((side) => !isSealed[side]),
  withdrawn: (by) => [by === 'company' ? 'partner' : 'company'],
  expired: () => ['company', 'partner'],
  decided: () => ['partner'],
  ending: () => [],
};

/** Writes to the sides about a qualification: that they are asked, awaited, revealed, and what was decided. */
export async function tellQualification(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const id = decodeId('qlf', happened.subject);
  const about = id === null ? null : await qualificationToTell(tx, workspaceId, id);
  if (about === null) return;
  const event = happened.action.slice('qualification.'.length) as QualificationNews;
  const by = data(happened.actor)['kind'] === 'system' ? 'clock' : data(happened.after)['by'];
  const zone = (await senderOf(tx, parts, workspaceId)).zone;
  const isWaited = event === 'opened' || event === 'sealed' || event === 'reminded';
  const lastDay = isWaited ? localDateOf(about.expiresAt - 1, zone) : null;
  const words = event === 'decided' || event === 'withdrawn' ? about.reason : null;
  for (const side of told[event](by, about)) {
    await tellSide(tx, parts, workspaceId, { happened, about, side, subject: happened.subject, news: { event, lastDay, words } });
  }
}

/** Evidence of a side ends soon: to that side. */
export async function tellEvidence(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const { qualificationId, side, title, expiresOn } = data(happened.after);
  const subject = String(qualificationId);
  const id = decodeId('qlf', subject);
  const about = id === null ? null : await qualificationToTell(tx, workspaceId, id);
  if (about === null || (side !== 'company' && side !== 'partner')) return;
  const news = { event: 'ending', lastDay: String(expiresOn), words: String(title) } as const;
  await tellSide(tx, parts, workspaceId, { happened, about, side, subject, news });
}

interface Told {
  readonly happened: Happened;
  readonly about: QualificationToTell;
  readonly side: Side;
  readonly subject: string;
  readonly news: Pick<QualificationNewsData, 'event' | 'lastDay' | 'words'>;
}

async function tellSide(
  tx: Tx,
  parts: MessagingParts,
  workspaceId: string,
  { happened, about, side, subject, news }: Told,
): Promise<void> {
  const sender = await senderOf(tx, parts, workspaceId);
  const [partner] = await partnersToTell(tx, workspaceId, [about.partnerId]);
  const to = side === 'company' ? await staff(tx, sender, ['owner', 'manager']) : (partner?.recipients ?? []);
  const shell = side === 'company' ? 'console' : 'portal';
  const letter: QualificationNewsData = {
    ...news,
    other: side === 'company' ? about.partner : sender.name,
    name: about.name,
    decision: about.decision,
    place: `${parts.baseUrl}/${shell}/qualifications/${subject}`,
  };
  const occasion = `${happened.id} ${side}`;
  await writeMail(tx, parts, sender, { kind: 'qualification_news', to, occasion, data: () => letter });
}

function data(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}
