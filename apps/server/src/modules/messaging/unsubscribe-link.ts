import { optionalMailKinds } from '@cordee/contract/messaging';
import { hmacSha256, isSameSecret } from '../../platform/crypto/index.ts';
import type { MessagingParts } from './parts.ts';
import type { MailKind } from './templates/index.ts';

export interface Unsubscription {
  readonly workspaceId: string;
  readonly address: string;
  readonly kind: MailKind;
}

export function isOptional(kind: MailKind): boolean {
  return (optionalMailKinds as readonly string[]).includes(kind);
}

/** A link that needs no sign-in, works for ever, and can do nothing but this. null for kinds that are always sent. */
export function unsubscribeUrl(
  { baseUrl, linkKey }: Pick<MessagingParts, 'baseUrl' | 'linkKey'>,
  what: Unsubscription,
): string | null {
  if (!isOptional(what.kind)) return null;
  const text = Buffer.from(JSON.stringify([what.workspaceId, what.address, what.kind])).toString('base64url');
  return `${baseUrl}/unsubscribe?token=${text}.${sealOf(linkKey, text)}`;
}

/** What a token of such a link stands for; null when it is not ours. */
export function readUnsubscription({ linkKey }: Pick<MessagingParts, 'linkKey'>, token: string): Unsubscription | null {
  const [text = '', seal = ''] = token.split('.');
  if (!isSameSecret(seal, sealOf(linkKey, text))) return null;
  const [workspaceId, address, kind] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string, MailKind];
  return { workspaceId, address, kind };
}

function sealOf(key: Buffer, text: string): string {
  return hmacSha256(key, text).toString('base64url');
}
