import type { SignOnFault } from '@cordee/contract/sign-on';

/** What a provider says of a person, once its signature holds. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
  readonly name: string;
}

interface Rules {
  readonly issuer: string;
  readonly domains: readonly string[];
}

const GOOGLE = 'https://accounts.google.com';

/**
 * Who the claims name, or why nobody: an address counts only when the provider has verified it and its domain is one of the
 * company's. Entra ID says the former by `xms_edov`. At Google anybody may own an account with an address of the company; those of
 * the company itself carry its domain in `hd`.
 */
export function judgeClaims(claims: Claims, { issuer, domains }: Rules): Identity | SignOnFault {
  const email = textOf(claims['email'])?.toLowerCase() ?? '';
  if (!/^[^\s@]{1,64}@[^\s@]{1,189}$/.test(email) || !isVerified(claims)) return 'unverified_email';
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (!domains.includes(domain)) return 'domain';
  if (issuer === GOOGLE && !domains.includes(textOf(claims['hd'])?.toLowerCase() ?? '')) return 'domain';
  return { issuer, subject: claims.sub, email, name: nameOf(claims, email) };
}

function isVerified(claims: Claims): boolean {
  if (claims['email_verified'] !== undefined) return isTrue(claims['email_verified']);
  return isTrue(claims['xms_edov']);
}

/** Some write it as a text, or as 1. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === 1 || value === '1';
}

function nameOf(claims: Claims, email: string): string {
  const said = textOf(claims['name'])
    ?.replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, 120);
  return said === undefined || said === '' ? email.slice(0, email.indexOf('@')) : said;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
