import type { Role } from '@cordee/contract/route';
import type { Tx } from '../../platform/db/index.ts';
import { peopleOfPartners, staffToTell, workspaceToTell } from '../identity/index.ts';
import { partnersById } from '../partner/index.ts';
import type { Branding } from './message.ts';
import type { MessagingParts } from './parts.ts';
import type { Recipient } from './sending/write-mail.ts';

export interface Sender {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly language: Recipient['language'];
  readonly branding: Branding;
}

const ACCENT = '#1f5f5b';

/** The workspace that writes, and how it looks. */
export async function senderOf(tx: Tx, { baseUrl }: Pick<MessagingParts, 'baseUrl'>, workspaceId: string): Promise<Sender> {
  const { id, name, zone, language, accentColour, logoPath, senderName, replyTo } = await workspaceToTell(tx, workspaceId);
  const logoUrl = logoPath === null ? null : `${baseUrl}${logoPath}`;
  return {
    id,
    name,
    zone,
    language,
    branding: { name, senderName: senderName ?? name, accent: accentColour ?? ACCENT, logoUrl, replyTo },
  };
}

/** Members of these roles, in their own language, else that of the workspace. */
export async function staff(tx: Tx, { id, language }: Sender, roles: readonly Role[]): Promise<Recipient[]> {
  const people = await staffToTell(tx, id, roles);
  return people.map((person) => ({ address: person.email, name: person.name, language: person.language ?? language }));
}

export interface PartnerToTell {
  readonly id: string;
  readonly name: string;
  readonly recipients: readonly Recipient[];
}

/** Partners with their people, in the language of each, else that of the partner; one without accounts is written to at its own address. Archived ones are left alone. */
export async function partnersToTell(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<PartnerToTell[]> {
  const partners = (await partnersById(tx, workspaceId, [...new Set(ids)])).filter(({ archivedAt }) => archivedAt === null);
  const people = Map.groupBy(await peopleOfPartners(tx, workspaceId, ids), ({ partnerId }) => partnerId);
  return partners.map(({ id, name, email, language }) => {
    const own = (people.get(id) ?? []).map((person) => ({
      address: person.email,
      name: person.name,
      language: person.language ?? language,
    }));
    const fallback = email === null ? [] : [{ address: email, name, language }];
    return { id, name, recipients: own.length > 0 ? own : fallback };
  });
}
