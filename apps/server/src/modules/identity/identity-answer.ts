import { textOn } from '@cordee/core/colour';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { AuditRow } from './audit.store.ts';
import type { ApiKey } from './keys.store.ts';
import type { LogoRecord } from './logo.store.ts';
import type { Member } from './members.store.ts';
import type { ViewRecord } from './views.store.ts';
import type { Workspace } from './workspaces.store.ts';

function instantOrNull(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

export function keyToContract(key: ApiKey) {
  return {
    id: encodeId('key', key.id),
    name: key.name,
    publishable: key.publishable,
    prefix: key.prefix,
    scopes: [...key.scopes],
    origins: [...key.origins],
    createdAt: formatInstant(key.createdAt),
    expiresAt: instantOrNull(key.expiresAt),
    lastUsedAt: instantOrNull(key.lastUsedAt),
    revokedAt: instantOrNull(key.revokedAt),
  };
}

/** A key just made: its text, or null for a repeated request. */
export type NewKey = ReturnType<typeof keyToContract> & { readonly secret: string | null };

export function memberToContract(member: Member) {
  return {
    userId: encodeId('usr', member.userId),
    email: member.email,
    name: member.name,
    role: member.role,
    partnerId: member.partnerId === null ? null : encodeId('prt', member.partnerId),
    twoFactor: member.twoFactor,
    createdAt: formatInstant(member.createdAt),
  };
}

export function workspaceToContract(workspace: Workspace) {
  return {
    id: encodeId('wsp', workspace.id),
    name: workspace.name,
    slug: workspace.slug,
    country: workspace.country,
    currency: workspace.currency,
    zone: workspace.zone,
    language: workspace.language,
    trackingHosts: [...workspace.trackingHosts],
    branding: {
      accentColour: workspace.accentColour,
      onAccent: textOn(workspace.accentColour ?? '#000000'),
      logo: workspace.logo === null ? null : logoToContract(workspace.id, workspace.logo),
    },
    sender: { name: workspace.senderName, replyTo: workspace.replyTo },
    clickRetentionDays: workspace.clickRetentionDays,
    embedOrigins: [...workspace.embedOrigins],
    createdAt: formatInstant(workspace.createdAt),
  };
}

/** Its address carries a digest of the picture, so that it may be kept for ever. */
export function logoToContract(workspaceId: string, { width, height, hash }: Omit<LogoRecord, 'type'>) {
  return { url: `/api/v1/workspaces/${encodeId('wsp', workspaceId)}/logo?v=${hash}`, width, height };
}

export function viewToContract({ id, screen, name, query, createdAt }: ViewRecord) {
  return { id: encodeId('viw', id), screen, name, query: { ...query }, createdAt: formatInstant(createdAt) };
}

export function auditToContract(row: AuditRow) {
  return {
    id: encodeId('evt', row.id),
    at: formatInstant(row.at),
    actor: row.actor as Record<string, unknown>,
    action: row.action,
    subject: row.subject,
    before: row.before,
    after: row.after,
    requestId: row.requestId,
  };
}

/** A member as the people of its own partner see it. */
export function personToContract({ userId, email, name, role, createdAt }: Member) {
  return { userId: encodeId('usr', userId), email, name, role, createdAt: formatInstant(createdAt) };
}
