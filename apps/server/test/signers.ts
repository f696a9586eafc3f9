import { expect } from 'vitest';
import type { Desk } from './desk.ts';

/** Those who sign by the links in their mails. */

/** The newest text written to an address that holds this. */
async function mailed({ office, post }: Desk, to: string, pattern: RegExp): Promise<string> {
  await post();
  const texts = office.mails.filter((mail) => JSON.stringify(mail.to).includes(to)).map((mail) => mail.text ?? '');
  return texts.map((text) => pattern.exec(text)?.[1]).findLast((found) => found !== undefined) ?? '';
}

/** The link in the last mail to an address. */
export const linkOf = (desk: Desk, to: string) => mailed(desk, to, /sign\?token=([\w-]+)/u);
/** The code in the last mail to it. */
export const codeOf = (desk: Desk, to: string) => mailed(desk, to, /\b(\d{6})\b/u);

/** Does something on the page; the fault the page then shows, or null. */
export async function act({ books }: Desk, token: string, fields: Record<string, string>): Promise<string | null> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Test' };
  const payload = new URLSearchParams(fields).toString();
  const answer = await books.app.fastify.inject({ method: 'POST', url: `/sign?token=${token}`, headers, payload });
  expect(answer.statusCode, answer.body).toBe(303);
  return new URL(String(answer.headers['location']), 'http://x').searchParams.get('fault');
}

/** The hash of the document that the page shows. */
export async function shownBy({ books }: Desk, token: string): Promise<string> {
  const page = await books.app.fastify.inject({ method: 'GET', url: `/sign?token=${token}` });
  return /<code>([0-9a-f]{64})<\/code>/u.exec(page.body)?.[1] ?? '';
}

/** Asks for the code and agrees with it. */
export async function consent(desk: Desk, token: string, to: string): Promise<void> {
  expect(await act(desk, token, { do: 'code' })).toBeNull();
  const code = await codeOf(desk, to);
  expect(await act(desk, token, { do: 'consent', code, agree: '2026-11' })).toBeNull();
}

/** Signs what is shown; the fault, or null. */
export async function sign(desk: Desk, token: string): Promise<string | null> {
  return act(desk, token, { do: 'sign', shown: await shownBy(desk, token) });
}

/** Comes by the last mail to an address and does all that it takes to sign. */
export async function signByMail(desk: Desk, to: string): Promise<void> {
  const token = await linkOf(desk, to);
  await consent(desk, token, to);
  expect(await sign(desk, token)).toBeNull();
}
