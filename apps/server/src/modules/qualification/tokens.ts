import type { Instant } from '@cordee/core/time';
import { hmacSha256, isSameSecret } from '../../platform/crypto/index.ts';

/** Quicker than anybody reads, and older than a form that somebody left open over a night. */
const shortestMs = 3000;
const longestMs = 24 * 3_600_000;
const confirmationMs = 7 * 24 * 3_600_000;

/** Says when a form was handed out: sent back with it. */
export function formToken(key: Buffer, formId: string, at: Instant): string {
  const text = at.toString(36);
  return `${text}.${macOf(key, `form ${formId} ${text}`)}`;
}

export type FormTokenVerdict = 'good' | 'too_fast' | 'over';

export function judgeFormToken(key: Buffer, formId: string, token: string, now: Instant): FormTokenVerdict {
  const [text = '', mac = ''] = token.split('.');
  if (!isSameSecret(mac, macOf(key, `form ${formId} ${text}`))) return 'over';
  const age = now - Number.parseInt(text, 36);
  if (age > longestMs) return 'over';
  return age < shortestMs ? 'too_fast' : 'good';
}

export interface Confirmation {
  readonly workspaceId: string;
  readonly applicationId: string;
}

/** What the link of a mail carries: only who reads the mail has it. It works for a week, and again changes nothing. */
export function confirmationToken(key: Buffer, { workspaceId, applicationId }: Confirmation, at: Instant): string {
  const text = Buffer.from(JSON.stringify([workspaceId, applicationId, at])).toString('base64url');
  return `${text}.${macOf(key, `confirmation ${text}`)}`;
}

/** null when it is not ours, or over. */
export function readConfirmation(key: Buffer, token: string, now: Instant): Confirmation | null {
  const [text = '', mac = ''] = token.split('.');
  if (!isSameSecret(mac, macOf(key, `confirmation ${text}`))) return null;
  const [workspaceId, applicationId, at] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string, number];
  return now - at > confirmationMs ? null : { workspaceId, applicationId };
}

function macOf(key: Buffer, text: string): string {
  return hmacSha256(key, text).toString('base64url');
}
