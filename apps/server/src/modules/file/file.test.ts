import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { makeSession, makeWorkspace, type Answer } from '../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { transaction } from '../../platform/db/index.ts';
import { forgetClaimed } from '../claim/index.ts';
import { customerIdOf, workspaceKeys } from '../fact/index.ts';
import { removeOrphansOf } from './verbs/remove-orphans.ts';

const octets = { 'content-type': 'application/octet-stream' };
const session = (books: Books, { uuid }: BookPartner) => makeSession(books.app, books.db, books.workspace.id, 'partner', uuid);

function upload(books: Books, as: string, body: string | Buffer = 'Her order.', name = 'order.txt'): Promise<Answer> {
  return books.app.call('POST', `/api/v1/files?name=${encodeURIComponent(name)}`, { as, body, headers: octets });
}

async function uploaded(books: Books, as: string): Promise<string> {
  const answer = await upload(books, as);
  expect(answer.status, answer.text).toBe(201);
  return String(answer.json()['id']);
}

async function openClaim(books: Books, partner: BookPartner, as: string, files: string[]): Promise<Answer> {
  const { items } = (await books.get(`enrollments?partnerId=${partner.id}`)).json() as { items: { id: string }[] };
  const occurredAt = new Date(books.now - DAY).toISOString();
  const expected = { what: 'sale', occurredAt, eventId: 'order-7', customer: { externalId: 'lake' } };
  const body = { kind: 'missing', enrollmentId: items[0]?.id, expected, text: 'By telephone.', files };
  return books.post('claims', body, as);
}

const statusOf = async (books: Books, id: string, as: string) => (await books.get(`files/${id}/content`, as)).status;

describe('a file', () => {
  it('is kept as it came, and given out so that nothing in it runs', () =>
    withBooks(async (books) => {
      const answer = await upload(books, books.key, 'a;b\n1;2\n', '../Été.csv');
      expect(answer.json()).toMatchObject({ name: 'Été.csv', kind: 'csv', size: 8, expiresAt: null });
      const got = await books.get(`files/${String(answer.json()['id'])}/content?as=preview`);
      expect(got.text).toBe('a;b\n1;2\n');
      expect(got.headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="_t_.csv"; filename*=UTF-8''%C3%89t%C3%A9.csv`,
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      });
    }));

  it('of several pieces comes back to the byte', () =>
    withBooks(async (books) => {
      const text = 'Twelve.\n'.repeat(400_000);
      const { id } = (await upload(books, books.key, text)).json() as { id: string };
      expect((await books.get(`files/${id}/content`)).text === text).toBe(true);
    }));

  it('that is refused says why, in the language of the reader', () =>
    withBooks(async (books) => {
      const headers = { ...octets, 'accept-language': 'fr' };
      const body = '<svg onload="x()"/>';
      const answer = await books.app.call('POST', '/api/v1/files?name=a.png', { as: books.key, body, headers });
      expect([answer.status, answer.json()]).toMatchObject([422, { code: 'file_refused', fields: [{ rule: 'active' }] }]);
      expect(answer.text).toContain('Imprimez-le en PDF');
      expect((await books.get('file-storage')).json()).toMatchObject({ files: 0, usedBytes: 0 });
    }));

  it('needs room', () =>
    withBooks(async (books) => {
      const set = await books.app.call('PUT', '/api/v1/file-storage', { as: books.key, body: { quotaBytes: 15 } });
      expect(set.json()).toMatchObject({ quotaBytes: 15, largestFileBytes: 10_000_000 });
      const both = await Promise.all([upload(books, books.key), upload(books, books.key)]);
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    }));
});

describe('who may read it', () => {
  it('its uploader alone, until a claim refers to it; then whoever reads the claim, and nobody else', () =>
    withBooks(async (books) => {
      const [ana, bob] = [await books.partner('Ana'), await books.partner('Bob')];
      const [hers, his] = [await session(books, ana), await session(books, bob)];
      const stranger = await makeWorkspace(books.db, 'Theirs');
      const id = await uploaded(books, hers);
      const everybody = [hers, his, books.key, stranger.keys.secretKey];
      const reads = () => Promise.all(everybody.map((as) => statusOf(books, id, as)));
      expect(await reads()).toEqual([200, 404, 404, 404]);

      // What is somebody else's can be attached by nobody.
      expect((await openClaim(books, bob, his, [id])).json()).toMatchObject({
        code: 'unknown_reference',
        fields: [{ path: 'files[0]' }],
      });
      const claim = await openClaim(books, ana, hers, [id]);
      expect(claim.json()).toMatchObject({ entries: [{ kind: 'opened', files: [{ id, name: 'order.txt' }] }] });
      expect(await reads()).toEqual([200, 404, 200, 404]);

      const answer = await uploaded(books, books.key);
      const said = await books.post(`claims/${String(claim.json()['id'])}/entries`, { text: 'See here.', files: [answer] });
      expect(said.json()).toMatchObject({ entries: [{ files: [{ id }] }, { files: [{ id: answer }] }] });
      expect([await statusOf(books, answer, hers), await statusOf(books, answer, his)]).toEqual([200, 404]);
    }));

  it('is taken back only before, only by who uploaded it', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const hers = await session(books, ana);
      const [free, used] = [await uploaded(books, hers), await uploaded(books, hers)];
      await openClaim(books, ana, hers, [used]);
      const remove = (id: string, as: string) => books.app.call('DELETE', `/api/v1/files/${id}`, { as });
      expect((await remove(free, books.key)).status).toBe(404);
      expect((await remove(free, hers)).status).toBe(204);
      expect((await remove(used, hers)).json()).toMatchObject({ code: 'file_in_use' });
      expect(await statusOf(books, free, hers)).toBe(404);
    }));
});

describe('what goes away', () => {
  it('after a day, what nothing refers to; with an erased customer, what was handed in about it', () =>
    withBooks(async (books) => {
      const ana = await books.partner('Ana');
      const hers = await session(books, ana);
      const [free, used] = [await uploaded(books, hers), await uploaded(books, hers)];
      expect((await openClaim(books, ana, hers, [used])).status).toBe(201);
      const clock = { db: books.db, now: () => books.now };
      expect(await removeOrphansOf(clock, books.workspace.id)).toBe(0);
      books.now += DAY + 1;
      expect(await removeOrphansOf(clock, books.workspace.id)).toBe(1);
      expect([await statusOf(books, free, hers), await statusOf(books, used, hers)]).toEqual([404, 200]);

      const workspaceId = books.workspace.id;
      const { customerKey } = await workspaceKeys(books.db, workspaceId);
      const erase = (tx: Parameters<typeof forgetClaimed>[0]) =>
        forgetClaimed(tx, workspaceId, customerIdOf(customerKey, 'lake'));
      await transaction(books.db, erase, { workspaceId });
      expect(await statusOf(books, used, hers)).toBe(404);
      expect((await books.get('file-storage')).json()).toMatchObject({ files: 0 });
    }));
});

it('200 MB are refused by what the request says of itself, or as soon as they are too many, and never held', () =>
  withBooks(async (books) => {
    const port = await books.app.listen('127.0.0.1', 0);
    const before = process.memoryUsage().rss;
    const said = await ask(port, books.key, 200_000_000);
    expect(said).toMatch(/^HTTP\/1\.1 413 [^]*"code":"file_too_large"/);
    expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000);
    expect(await ask(port, books.key, null)).toMatch(/^HTTP\/1\.1 413 [^]*"code":"file_too_large"/);
  }));

/** Sends the head of an upload, and pieces of it for as long as anybody listens; what was answered. */
function ask(port: number, key: string, length: number | null): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const size = length === null ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
    const piece = Buffer.alloc(64_000, 'a');
    const chunk =
      length === null ? Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]) : piece;
    let answer = '';
    let isOpen = true;
    const send = () => {
      if (isOpen && answer === '' && !socket.writableEnded) socket.write(chunk, () => setImmediate(send));
    };
    socket.on('data', (data) => {
      answer += data.toString();
      if (answer.includes('}')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      isOpen = false;
      resolve(answer);
    });
    socket.write(
      `POST /api/v1/files?name=big.pdf HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${key}\r\n` +
        `Content-Type: application/octet-stream\r\n${size}\r\n\r\n`,
      send,
    );
  });
}
