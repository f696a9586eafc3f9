import { queryOptions } from '@tanstack/react-query';
import { currentLanguage } from '../i18n/language.ts';
import { Problem } from './api/problem.ts';
import { embed } from './embed.ts';

/** Who is signed in, as the session says. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly twoFactorEnabled?: boolean;
  /** Chosen by them, here or elsewhere; null while they never did. */
  readonly language?: 'fr' | 'en' | null;
  /** Came in by the company's identity provider, which keeps their password and what comes after it. */
  readonly signedOn: boolean;
}

interface Session {
  readonly user: Omit<Person, 'signedOn'>;
  readonly session: { readonly signOnWorkspaceId?: string | null };
}

export const personQuery = queryOptions({
  queryKey: ['person'],
  queryFn: async (): Promise<Person | null> => {
    // In a frame nobody is signed in, whoever is beside it.
    if (embed() !== null) return null;
    const found = (await askAuth('GET', '/get-session')) as Session | null;
    return found === null ? null : { ...found.user, signedOn: typeof found.session.signOnWorkspaceId === 'string' };
  },
  staleTime: 60_000,
});

/** What the endpoints of sessions refuse, by their own code. */
export class AuthRefusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'AuthRefusal';
    this.code = code;
  }
}

/** Signs in; true when a second factor is asked for. Throws AuthRefusal, Problem. */
export async function signIn(email: string, password: string): Promise<boolean> {
  const answer = (await askAuth('POST', '/sign-in/email', { email, password })) as { twoFactorRedirect?: boolean };
  return answer.twoFactorRedirect === true;
}

/** The second step: six digits of the application, or one of the codes kept for emergencies. */
export async function confirmSecondFactor(code: string): Promise<void> {
  const digits = code.replace(/\s/g, '');
  if (/^\d{6}$/.test(digits)) await askAuth('POST', '/two-factor/verify-totp', { code: digits });
  else await askAuth('POST', '/two-factor/verify-backup-code', { code: code.trim() });
}

/** Changes what the person says of themselves; kept with the account. */
export async function changePerson(changes: { readonly name?: string; readonly language?: 'fr' | 'en' }): Promise<void> {
  await askAuth('POST', '/update-user', changes);
}

export async function signOut(): Promise<void> {
  await askAuth('POST', '/sign-out', {});
}

/** Calls an endpoint under /api/auth. */
export async function askAuth(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() };
  const request: RequestInit = { method, headers };
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, request);
  } catch {
    throw new Problem({ code: 'unreachable', status: 0 });
  }
  if (response.ok) return response.json();
  if (response.status === 429) throw new AuthRefusal('RATE_LIMITED');
  const { code } = (await response.json().catch(() => ({}))) as { code?: string };
  throw new AuthRefusal(code ?? `HTTP_${response.status}`);
}
