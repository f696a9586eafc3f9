import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { verifyTrail } from '@cordee/core/signature';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { DAY } from '../../../test/books.ts';
import { runJob, withDesk, type Desk } from '../../../test/desk.ts';
import { paper } from '../../../test/paper.ts';
import { act, codeOf, consent, linkOf, shownBy, sign, signByMail } from '../../../test/signers.ts';
import { sha256 } from '../../platform/crypto/index.ts';

const run = promisify(execFile);
const hash = (text: string) => sha256(text).toString('hex');

const zoe = { name: 'Zoé', email: 'zoe@alpes.example', side: 'company', language: 'fr' };
const ana = { name: 'Ana', email: 'ana@summit.example', side: 'partner', language: 'en' };

interface Told {
  readonly id: string;
  readonly state: string;
  readonly signers: { name: string; state: string; delegatedFrom: string | null }[];
  readonly documents: { sha256: string; currentSha256: string }[];
  readonly events: { kind: string; by: string }[];
}

async function upload({ books }: Desk, id: string, bytes: Buffer) {
  const headers = { authorization: `Bearer ${books.key}`, 'content-type': 'application/pdf' };
  const url = `/api/v1/envelopes/${id}/documents?name=Charter`;
  return books.app.fastify.inject({ method: 'POST', url, headers, payload: bytes });
}

async function sent(desk: Desk, order: 'sequence' | 'parallel' = 'sequence', more: object = {}): Promise<string> {
  const { books } = desk;
  const body = { purpose: 'Charter 2027', signers: [zoe, ana], order, expiresAt: new Date(books.now + 10 * DAY).toISOString() };
  const { id } = (await books.done('envelopes', { ...body, ...more })) as unknown as Told;
  expect((await upload(desk, id, await paper())).statusCode).toBe(201);
  await books.post(`envelopes/${id}/sending`, {});
  return id;
}

const read = async ({ books }: Desk, id: string) => (await books.get(`envelopes/${id}`)).json() as unknown as Told;

async function signedByBoth(desk: Desk): Promise<string> {
  const id = await sent(desk);
  for (const { email } of [zoe, ana]) await signByMail(desk, email);
  return id;
}

const raw = ({ books }: Desk, path: string) =>
  books.app.fastify.inject({ method: 'GET', url: path, headers: { authorization: `Bearer ${books.key}` } });

async function verdict({ books }: Desk, payload: Buffer) {
  const headers = { 'content-type': 'application/pdf' };
  return (await books.app.fastify.inject({ method: 'POST', url: '/api/v1/signatures/verification', headers, payload })).json();
}

describe('an envelope', () => {
  it('is signed by both, one after the other, over the bytes that were shown, and proves itself without us', () =>
    withDesk(async (desk) => {
      const id = await signedByBoth(desk);
      const told = await read(desk, id);
      expect(told.state).toBe('completed');
      expect(told.events.map(({ kind }) => kind).filter((kind) => kind === 'signed' || kind === 'completed')).toEqual([
        'signed',
        'signed',
        'completed',
      ]);
      const { rawPayload } = await raw(desk, `/api/v1/envelopes/${id}/documents/1`);
      expect(hash(rawPayload as never)).toBe(told.documents[0]?.currentSha256);
      expect(await verdict(desk, rawPayload)).toMatchObject({
        isIntact: true,
        isOurs: true,
        signatures: [{ reason: expect.stringContaining('Zoé') }, { reason: expect.stringContaining('Ana') }],
      });
      const changed = Buffer.from(rawPayload);
      changed[600] = (changed[600] ?? 0) ^ 1;
      expect(await verdict(desk, changed)).toMatchObject({ isIntact: false });
      await mustVerifyOffline((await raw(desk, `/api/v1/envelopes/${id}/bundle`)).rawPayload, told);
    }));

  it('takes a signature once, whatever is tried at the same time', () =>
    withDesk(async (desk) => {
      const id = await sent(desk, 'parallel');
      const tokens = [await linkOf(desk, zoe.email), await linkOf(desk, ana.email)] as const;
      await consent(desk, tokens[0], zoe.email);
      await consent(desk, tokens[1], ana.email);
      const shown = await shownBy(desk, tokens[0]);
      const signing = { do: 'sign', shown };
      const faults = await Promise.all([tokens[0], tokens[0], tokens[1], tokens[0]].map((token) => act(desk, token, signing)));
      const { events } = await read(desk, id);
      expect(events.filter(({ kind }) => kind === 'signed')).toHaveLength(1);
      expect(faults).toContain('document_changed');
      // Whoever came second looks at it again, with the first signature in it.
      for (const token of tokens) await sign(desk, token);
      expect((await read(desk, id)).state).toBe('completed');
      expect((await read(desk, id)).events.filter(({ kind }) => kind === 'signed')).toHaveLength(2);
    }));

  it('lets nobody sign out of turn, unasked, by a forged link, with a wrong code, or late', () =>
    withDesk(async (desk) => {
      const { books } = desk;
      const id = await sent(desk);
      const token = await linkOf(desk, zoe.email);
      expect(await linkOf(desk, ana.email)).toBe('');
      const forged = await books.app.fastify.inject({ method: 'GET', url: `/sign?token=${'x'.repeat(32)}` });
      expect(forged.statusCode).toBe(404);
      expect(await sign(desk, token)).toBe('no_consent');
      await act(desk, token, { do: 'code' });
      const code = await codeOf(desk, zoe.email);
      const wrong = code === '000000' ? '000001' : '000000';
      for (let index = 0; index < 5; index += 1) {
        expect(await act(desk, token, { do: 'consent', code: wrong, agree: '2026-11' })).toBe('code_wrong');
      }
      expect(await act(desk, token, { do: 'consent', code, agree: '2026-11' })).toBe('code_over');
      await consent(desk, token, zoe.email);
      books.now += 31 * 60_000;
      expect(await sign(desk, token)).toBe('no_consent');
      books.now += 10 * DAY;
      expect(await act(desk, token, { do: 'code' })).toBe('expired');
      await runJob(books.app.jobs, 'signature.follow', {});
      expect((await read(desk, id)).state).toBe('expired');
    }));

  it('ends by a refusal with its reason, and may be entrusted to somebody else once', () =>
    withDesk(async (desk) => {
      const id = await sent(desk);
      const token = await linkOf(desk, zoe.email);
      expect(await act(desk, token, { do: 'delegate', name: 'Max', email: 'max@alpes.example' })).toBeNull();
      const other = await linkOf(desk, 'max@alpes.example');
      expect(await act(desk, other, { do: 'delegate', name: 'Eva', email: 'eva@alpes.example' })).toBe('already_delegated');
      expect(await act(desk, token, { do: 'code' })).toBe('signer_done');
      expect(await act(desk, other, { do: 'refuse', reason: '' })).toBe('reason_missing');
      expect(await act(desk, other, { do: 'refuse', reason: 'Clause 4 is wrong.' })).toBeNull();
      expect(await read(desk, id)).toMatchObject({
        state: 'refused',
        signers: expect.arrayContaining([expect.objectContaining({ name: 'Max', reason: 'Clause 4 is wrong.' })]),
      });
    }));

  it('reminds whose turn it is, and shows a partner only what was sent to its side', () =>
    withDesk(async (desk) => {
      const { books, office, post } = desk;
      const [summit, other] = [await books.partner('Summit'), await books.partner('Other')];
      const id = await sent(desk, 'sequence', { partnerId: summit.id });
      books.now += 3 * DAY;
      await runJob(books.app.jobs, 'signature.follow', {});
      await runJob(books.app.jobs, 'signature.follow', {});
      await post();
      expect(office.mails.filter(({ subject }) => subject?.startsWith('Rappel'))).toHaveLength(1);
      const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', summit.uuid);
      const foreign = await makeSession(books.app, books.db, books.workspace.id, 'partner', other.uuid);
      expect((await books.get(`envelopes/${id}`, own)).status).toBe(200);
      expect((await books.get(`envelopes/${id}`, foreign)).status).toBe(404);
      expect((await books.get('envelopes', foreign)).json()['items']).toEqual([]);
    }));

  it('lets the company put somebody else in a place, and who is signed in take its own link', () =>
    withDesk(async (desk) => {
      const { books } = desk;
      const id = await sent(desk);
      const first = await linkOf(desk, zoe.email);
      const { signers } = (await books.get(`envelopes/${id}`)).json() as { signers: { id: string; name: string }[] };
      const replace = (name: string, email: string) => {
        const signer = signers.find((one) => one.name === (email.endsWith('summit.example') ? 'Ana' : 'Zoé'));
        return books.post(`envelopes/${id}/signers/${signer?.id ?? ''}/replacement`, { name, email });
      };
      expect((await replace('Bea', 'bea@summit.example')).status).toBe(200);
      const user = await makeSession(books.app, books.db, books.workspace.id, 'manager');
      const { email } = (
        (await books.app.call('GET', '/api/auth/get-session', { as: user })).json() as { user: { email: string } }
      ).user;
      expect((await books.post(`envelopes/${id}/own-link`, undefined, user)).json()).toMatchObject({
        fields: [{ rule: 'unknown_signer' }],
      });
      expect((await replace('Max', email)).status).toBe(200);
      expect((await replace('Eva', 'eva@alpes.example')).json()).toMatchObject({ fields: [{ rule: 'signer_done' }] });
      expect(await act(desk, first, { do: 'code' })).toBe('signer_done');
      expect((await books.post(`envelopes/${id}/own-link`, undefined)).status).toBe(403);
      const { url } = (await books.post(`envelopes/${id}/own-link`, undefined, user)).json() as { url: string };
      const token = new URL(url).searchParams.get('token') ?? '';
      await consent(desk, token, email);
      expect(await sign(desk, token)).toBeNull();
      await signByMail(desk, 'bea@summit.example');
      const told = await read(desk, id);
      expect(told.state).toBe('completed');
      expect(told.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['replaced', 'link_taken']));
    }));

  it('keeps its order, its end and its codes when the clock is set back', () =>
    withDesk(async (desk) => {
      const { books } = desk;
      const id = await sent(desk);
      const token = await linkOf(desk, zoe.email);
      await act(desk, token, { do: 'code' });
      const code = await codeOf(desk, zoe.email);
      books.now += 11 * 60_000;
      expect(await act(desk, token, { do: 'consent', code, agree: '2026-11' })).toBe('code_over');
      await act(desk, token, { do: 'code' });
      await codeOf(desk, zoe.email);
      // A day back: the former code stays over, and what is done stands behind what was done.
      books.now -= DAY;
      expect(await act(desk, token, { do: 'consent', code, agree: '2026-11' })).toBe('code_wrong');
      await consent(desk, token, zoe.email);
      expect(await sign(desk, token)).toBeNull();
      const { events, signers } = (await books.get(`envelopes/${id}`)).json() as {
        events: { kind: string; at: string }[];
        signers: { signedAt: string | null }[];
      };
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted());
      expect(signers[0]?.signedAt).toBe(events.find(({ kind }) => kind === 'signed')?.at);
      const other = await linkOf(desk, ana.email);
      books.now += 12 * DAY;
      await runJob(books.app.jobs, 'signature.follow', {});
      books.now -= 12 * DAY;
      expect(await act(desk, other, { do: 'code' })).toBe('expired');
      expect((await read(desk, id)).state).toBe('expired');
    }));

  it('tells both sides how it ended, each once and at its own place, signers apart', () =>
    withDesk(async (desk) => {
      const { books, office } = desk;
      const summit = await books.partner('Summit');
      const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', summit.uuid);
      const owner = await makeSession(books.app, books.db, books.workspace.id, 'owner');
      const emailOf = async (as: string) =>
        ((await books.app.call('GET', '/api/auth/get-session', { as })).json() as { user: { email: string } }).user.email;
      await sent(desk, 'parallel', { partnerId: summit.id });
      expect(await act(desk, await linkOf(desk, ana.email), { do: 'refuse', reason: 'Not ours.' })).toBeNull();
      await desk.post();
      await desk.post();
      const links = (to: string) =>
        office.mails
          .filter((mail) => JSON.stringify(mail.to).includes(to) && /^(?:Not signed|Non signé)/u.test(mail.subject ?? ''))
          .map(({ text }) => /\/(console|portal|sign)[/?]/u.exec(text ?? '')?.[1]);
      expect(links(await emailOf(owner))).toEqual(['console']);
      expect(links(await emailOf(session))).toEqual(['portal']);
      expect(links(ana.email)).toEqual(['sign']);
      expect(links(zoe.email)).toEqual(['sign']);
    }));

  it('refuses documents that act by themselves or are none', () =>
    withDesk(async (desk) => {
      const { books } = desk;
      const body = { purpose: 'X', signers: [zoe], expiresAt: new Date(books.now + DAY).toISOString() };
      const { id } = (await books.done('envelopes', body)) as unknown as Told;
      expect((await upload(desk, id, Buffer.from('<html>'))).json()).toMatchObject({ code: 'document_refused' });
      const active = Buffer.concat([await paper(), Buffer.from('\n9 0 obj << /OpenAction << /S /JavaScript >> >> endobj\n')]);
      expect((await upload(desk, id, active)).json()).toMatchObject({ fields: [{ rule: 'active_content' }] });
      expect((await books.post(`envelopes/${id}/sending`, {})).json()).toMatchObject({ fields: [{ rule: 'nothing_to_sign' }] });
    }));
});

async function mustVerifyOffline(zip: Buffer, told: Told): Promise<void> {
  const files = unzipSync(zip);
  const trail = Buffer.from(files['audit.json'] ?? []).toString('utf8');
  expect(verifyTrail(trail, hash)).toMatchObject({ count: told.events.length });
  const folder = await mkdtemp(join(tmpdir(), 'cordee-bundle-'));
  try {
    for (const [name, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
    }
    const tool = async (name: string, parts: string[]) => {
      const there = await run('sh', ['-c', `command -v ${name}`]).then(
        () => true,
        () => false,
      );
      if (!there) process.stderr.write(`SKIPPED: bundles are not verified by ${name}, which this machine does not have\n`);
      return there ? (await run(name, parts, { cwd: folder })).stdout : null;
    };
    expect((await tool('sha256sum', ['-c', 'SHA256SUMS'])) ?? 'OK').not.toContain('FAILED');
    const said = await tool('pdfsig', ['-nocert', 'documents/01-Charter.pdf']);
    if (said !== null) expect(said.match(/Signature is Valid/gu)).toHaveLength(2);
    const sealed = await tool('pdfsig', ['-nocert', 'certificate.pdf']);
    if (sealed !== null) expect(sealed).toContain('Signature is Valid');
    const subject = await tool('openssl', ['x509', '-in', 'certificate.pem', '-noout', '-subject']);
    if (subject !== null) expect(subject).toContain('Test');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
