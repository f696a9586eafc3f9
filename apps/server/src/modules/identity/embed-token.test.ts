import { expect, test } from 'vitest';
import { withOwnBooks } from '../../../test/books.ts';
import { embedOriginsOf } from './index.ts';

const MINUTE = 60_000;

test('an embed token reads what its partner may see, for its time, and writes nothing', () =>
  withOwnBooks(async (books) => {
    const anna = await books.partner('Anna');
    const berta = await books.partner('Berta');
    await books.sale('s1', anna, 10_000);
    await books.sale('s2', berta, 20_000);
    const made = await books.done(`partners/${anna.id}/embed-tokens`, { minutes: 5 });
    const token = String(made['token']);
    expect(made['url']).toBe(`http://localhost:3000/embed/test#${token}`);
    const headers = { authorization: `Bearer ${token}` };
    const call = (method: string, path: string, body?: unknown) =>
      books.app.call(method, `/api/v1/${path}`, { headers, ...(body === undefined ? {} : { body }) });

    const list = (await call('GET', 'commissions')).json() as { items: { partnerId: string }[] };
    expect(list.items.map(({ partnerId }) => partnerId)).toEqual([anna.id]);
    expect((await call('GET', `partners/${anna.id}/balance`)).status).toBe(200);
    expect((await call('GET', `partners/${berta.id}/balance`)).status).toBeOneOf([403, 404]);
    expect((await call('GET', `commissions?partnerId=${berta.id}`)).status).toBe(403);
    expect((await call('GET', 'members')).status).toBe(403);
    expect((await call('GET', 'workspaces')).json()).toMatchObject({
      items: [{ slug: 'test', role: 'partner', partnerId: anna.id }],
    });
    expect((await call('POST', 'workspaces', { name: 'Another' })).status).toBe(403);
    expect((await call('GET', 'mail-preferences')).status).toBe(403);
    const enrollments = (await call('GET', 'enrollments')).json() as { items: { id: string }[] };
    expect((await call('POST', 'links', { enrollmentId: enrollments.items[0]?.id })).status).toBe(403);
    expect((await call('PATCH', 'mail-preferences', { wanted: {} })).status).toBe(403);

    const cut = { authorization: `Bearer ${token.slice(0, -2)}AA` };
    expect((await books.app.call('GET', '/api/v1/commissions', { headers: cut })).status).toBe(401);
    books.now += 6 * MINUTE;
    expect((await call('GET', 'commissions')).status).toBe(401);
  }));

test('where the portal may be framed is said by the workspace; a token is made for its own partners only', () =>
  withOwnBooks(async (books) => {
    const change = (embedOrigins: unknown) =>
      books.app.call('PATCH', '/api/v1/workspace', { as: books.key, body: { embedOrigins } });
    expect((await change(['https://app.alpes.example'])).json()['embedOrigins']).toEqual(['https://app.alpes.example']);
    for (const wrong of ['http://app.alpes.example', 'https://app.alpes.example/path', '*', "https://a.example 'self'"])
      expect((await change([wrong])).status, wrong).toBe(422);
    expect(await embedOriginsOf(books.db, 'test')).toEqual(['https://app.alpes.example']);
    expect(await embedOriginsOf(books.db, 'unknown')).toBeNull();
    const stranger = 'prt_01h455vb4pex5vsknk084sn02q';
    expect((await books.post(`partners/${stranger}/embed-tokens`, {})).status).toBe(404);
  }));
