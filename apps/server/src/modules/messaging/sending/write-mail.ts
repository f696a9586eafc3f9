import type { Language } from '@cordee/contract/language';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { oneLine, type Address } from '../../../platform/mail/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import type { Branding } from '../message.ts';
import { insertMail, unwantedBy } from '../mail.store.ts';
import type { MessagingParts } from '../parts.ts';
import { renderMail } from '../render-mail.ts';
import { templates, type MailData, type MailKind } from '../templates/index.ts';
import { unsubscribeUrl } from '../unsubscribe-link.ts';

export const SEND_JOB = 'messaging.send';

export interface Recipient extends Address {
  readonly language: Language;
}

/** What is sealed in a mail until it was sent. */
export interface MailContent {
  readonly to: Address;
  readonly from: Address;
  readonly replyTo: string | null;
  readonly html: string;
  readonly text: string;
  readonly unsubscribe: string | null;
}

export interface Letter<Kind extends MailKind> {
  readonly kind: Kind;
  readonly to: readonly Recipient[];
  /** In the words of each reader. */
  readonly data: (language: Language) => MailData<Kind>;
  /** Each person is told of it once. */
  readonly occasion?: string;
}

/** Three days, with the queue's growing pauses. */
const TRIES = 25;

/**
 * Writes a mail to each recipient who wants it, in the transaction of what it tells; it is sent once that is committed. Without a
 * mail server it is kept, to be looked at. How many were written.
 */
export async function writeMail<Kind extends MailKind>(
  tx: Tx,
  parts: MessagingParts,
  workspace: { readonly id: string; readonly branding: Branding },
  letter: Letter<Kind>,
): Promise<number> {
  const people = distinct(letter.to);
  const unwanted = await unwantedBy(
    tx,
    workspace.id,
    letter.kind,
    people.map(({ address }) => address),
  );
  let written = 0;
  for (const person of people) {
    if (unwanted.has(person.address)) continue;
    if (await writeOne(tx, parts, workspace, letter, person)) written += 1;
  }
  return written;
}

async function writeOne<Kind extends MailKind>(
  tx: Tx,
  parts: MessagingParts,
  { id: workspaceId, branding }: { readonly id: string; readonly branding: Branding },
  { kind, data, occasion }: Letter<Kind>,
  person: Recipient,
): Promise<boolean> {
  const { language, address } = person;
  // Each kind's template takes its own data, which the types of a table cannot say.
  const words = templates[kind][language] as (told: MailData<Kind>) => ReturnType<(typeof templates)['invitation']['en']>;
  const message = words(data(language));
  const unsubscribe = unsubscribeUrl(parts, { workspaceId, address, kind });
  const content: MailContent = {
    to: { name: person.name, address },
    from: { name: branding.senderName, address: parts.from },
    replyTo: branding.replyTo,
    ...renderMail(message, language, branding, unsubscribe),
    unsubscribe,
  };
  const now = parts.now();
  const mail = {
    id: newUuid(now),
    kind,
    recipient: address,
    language,
    subject: oneLine(message.subject).slice(0, 200),
    state: parts.mailer === null ? ('kept' as const) : ('queued' as const),
    createdAt: now,
    occasion: occasion ?? null,
    content: parts.sealer.seal(JSON.stringify(content)),
  };
  if (!(await insertMail(tx, workspaceId, mail))) return false;
  if (parts.mailer !== null) await askToSend(tx, workspaceId, mail.id);
  return true;
}

export function askToSend(tx: Tx, workspaceId: string, mailId: string): Promise<void> {
  return enqueue(tx, SEND_JOB, { workspaceId, mailId }, { maxAttempts: TRIES });
}

function distinct(people: readonly Recipient[]): Recipient[] {
  return [
    ...new Map(
      people.map((person) => [person.address.toLowerCase(), { ...person, address: person.address.toLowerCase() }]),
    ).values(),
  ];
}
