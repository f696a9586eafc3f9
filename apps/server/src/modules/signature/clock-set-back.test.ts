import { verifyTrail } from '@cordee/core/signature';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { DAY } from '../../../test/books.ts';
import { runJob, withDesk, type Desk } from '../../../test/desk.ts';
import { paper } from '../../../test/paper.ts';
import { sha256 } from '../../platform/crypto/index.ts';

const HOUR = 3_600_000;
const zoe = { name: 'Zoé', email: 'zoe@alpes.example', side: 'company', language: 'fr' };
const ana = { name: 'Ana', email: 'ana@summit.example', side: 'partner', language: 'en' };

async function sent({ books }: Desk): Promise<string> {
  const expiresAt = new Date(books.now + 10 * DAY).toISOString();
  const body = { purpose: 'Charter 2027', signers: [zoe, ana], order: 'sequence', expiresAt };
  const id = String((await books.done('envelopes', body))['id']);
  const headers = { authorization: `Bearer ${books.key}`, 'content-type': 'application/pdf' };
  const url = `/api/v1/envelopes/${id}/documents?name=Charter`;
  expect((await books.app.fastify.inject({ method: 'POST', url, headers, payload: await paper() })).statusCode).toBe(201);
  await books.post(`envelopes/${id}/sending`, {});
  return id;
}

async function mailed({ office, post }: Desk, to: string, pattern: RegExp): Promise<string> {
  await post();
  const texts = office.mails.filter((mail) => JSON.stringify(mail.to).includes(to)).map(({ text }) => text ?? '');
  return texts.map((text) => pattern.exec(text)?.[1]).findLast((found) => found !== undefined) ?? '';
}

async function act({ books }: Desk, token: string, fields: Record<string, string>): Promise<string | null> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Test' };
  const payload = new URLSearchParams(fields).toString();
  const answer = await books.app.fastify.inject({ method: 'POST', url: `/sign?token=${token}`, headers, payload });
  expect(answer.statusCode, answer.body).toBe(303);
  return new URL(String(answer.headers['location']), 'http://x').searchParams.get('fault');
}

/** Comes by the link of the mail, proves the address, and signs what is shown; the fault, or null. */
async function sign(desk: Desk, to: string): Promise<string | null> {
  const token = await mailed(desk, to, /sign\?token=([\w-]+)/u);
  expect(await act(desk, token, { do: 'code' })).toBeNull();
  const code = await mailed(desk, to, /\b(\d{6})\b/u);
  expect(await act(desk, token, { do: 'consent', code, agree: '2026-11' })).toBeNull();
  const page = await desk.books.app.fastify.inject({ method: 'GET', url: `/sign?token=${token}` });
  return act(desk, token, { do: 'sign', shown: /<code>([0-9a-f]{64})<\/code>/u.exec(page.body)?.[1] ?? '' });
}

const read = async ({ books }: Desk, id: string) =>
  (await books.get(`envelopes/${id}`)).json() as unknown as { state: string; events: { kind: string }[] };
const follow = ({ books }: Desk) => runJob(books.app.jobs, 'signature.follow', {});

it('a clock set back between two signatures loses nothing: both sign, in their order, and the trail holds', () =>
  withDesk(async (desk) => {
    const { books } = desk;
    const id = await sent(desk);
    expect(await sign(desk, zoe.email)).toBeNull();
    books.now -= 5 * HOUR;
    await follow(desk);
    expect(await sign(desk, ana.email)).toBeNull();
    const told = await read(desk, id);
    expect(told.state).toBe('completed');
    expect(told.events.filter(({ kind }) => kind === 'signed')).toHaveLength(2);
    const headers = { authorization: `Bearer ${books.key}` };
    const bundle = await books.app.fastify.inject({ method: 'GET', url: `/api/v1/envelopes/${id}/bundle`, headers });
    const trail = Buffer.from(unzipSync(bundle.rawPayload)['audit.json'] ?? []).toString('utf8');
    expect(verifyTrail(trail, (text) => sha256(text).toString('hex'))).toMatchObject({ count: told.events.length });
  }));

it('set back and on again, it writes no reminder twice; what has run out stays so', () =>
  withDesk(async (desk) => {
    const { books, office, post } = desk;
    const id = await sent(desk);
    const reminders = async () => {
      await follow(desk);
      await post();
      return office.mails.filter(({ subject }) => subject?.startsWith('Rappel')).length;
    };
    books.now += 3 * DAY;
    expect(await reminders()).toBe(1);
    books.now -= 6 * HOUR;
    expect(await reminders()).toBe(1);
    books.now += 6 * HOUR;
    expect(await reminders()).toBe(1);
    const token = await mailed(desk, zoe.email, /sign\?token=([\w-]+)/u);
    books.now += 8 * DAY;
    await follow(desk);
    expect((await read(desk, id)).state).toBe('expired');
    books.now -= 5 * DAY;
    await follow(desk);
    expect(await act(desk, token, { do: 'code' })).not.toBeNull();
    expect((await read(desk, id)).state).toBe('expired');
  }));
