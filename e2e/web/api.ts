/** A call of the public API that must succeed, as a key or as a session. */
export async function post(origin: string, as: string | null, path: string, body: unknown, method = 'POST'): Promise<Answer> {
  const headers: Record<string, string> = { 'content-type': 'application/json', ...credentials(origin, as) };
  const response = await fetch(`${origin}${path}`, { method, headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Answer);
}

export type Answer = Record<string, unknown>;

/** The cookie of a new session. */
export async function signIn(origin: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in of ${email}: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

function credentials(origin: string, as: string | null): Record<string, string> {
  if (as === null) return {};
  return as.startsWith('sk_') ? { authorization: `Bearer ${as}` } : { cookie: as, origin };
}
