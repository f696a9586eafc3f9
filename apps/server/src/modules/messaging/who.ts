import type { Role } from '@cordee/contract/route';
import type { Tx } from '../../platform/db/index.ts';
import { peopleOfPartners, staffToTell, workspaceToTell } from '../identity/index.ts';
import { partnersById } from '../partner/index.ts';
import type { Branding } from './message.ts';
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
export async function senderOf(tx: Tx, workspaceId: string): Promise<Sender> {
  const workspace = await workspaceToTell(tx, workspaceId);
  return { ...workspace, branding: { name: workspace.name, accent: ACCENT, logoUrl: null, replyTo: null } };
}

/** Members of these roles, in the language of the workspace. */
export async function staff(tx: Tx, { id, language }: Sender, roles: readonly Role[]): Promise<Recipient[]> {
  const people = await staffToTell(tx, id, roles);
  return people.map(({ email, name }) => ({ address: email, name, language }));
}

export interface PartnerToTell {
  readonly id: string;
  readonly name: string;
  readonly recipients: readonly Recipient[];
}

/** Partners with their people, in the language of the partner; one without accounts is written to at its own address. Archived ones are left alone. */
export async function partnersToTell(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<PartnerToTell[]> {
  const partners = (await partnersById(tx, workspaceId, [...new Set(ids)])).filter(({ archivedAt }) => archivedAt === null);
  const people = Map.groupBy(await peopleOfPartners(tx, workspaceId, ids), ({ partnerId }) => partnerId);
  return partners.map(({ id, name, email, language }) => {
    const own = (people.get(id) ?? []).map((person) => ({ address: person.email, name: person.name, language }));
    const fallback = email === null ? [] : [{ address: email, name, language }];
    return { id, name, recipients: own.length > 0 ? own : fallback };
  });
}
