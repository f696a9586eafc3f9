import { expect, test } from 'vitest';
import { makeSession, makeWorkspace, startApp, type TestApp, type TestWorkspace } from '../../../test/app.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';

function withApp(work: (app: TestApp, workspace: TestWorkspace, database: TestDatabase) => Promise<void>): Promise<void> {
  return freshDatabase(async (database) => {
    const app = startApp(database);
    try {
      await work(app, await makeWorkspace(database.db), database);
    } finally {
      await app.close();
    }
  });
}

test('branding, sender and retention are changed, and what cannot be seen or would break a header is refused', () =>
  withApp(async (app, { keys: { secretKey: as } }) => {
    const change = (body: object) => app.call('PATCH', '/api/v1/workspace', { as, body });
    expect((await app.call('GET', '/api/v1/workspace', { as })).json()).toMatchObject({
      branding: { accentColour: null, onAccent: '#ffffff', logo: null },
      sender: { name: null, replyTo: null },
      clickRetentionDays: null,
    });
    const changed = await change({
      accentColour: '#1F5F4A',
      senderName: 'Alpes',
      replyTo: 'hello@alpes.example',
      clickRetentionDays: 400,
    });
    expect(changed.json()).toMatchObject({
      branding: { accentColour: '#1f5f4a', onAccent: '#ffffff' },
      sender: { name: 'Alpes', replyTo: 'hello@alpes.example' },
      clickRetentionDays: 400,
    });
    expect((await change({ accentColour: null })).json()).toMatchObject({
      branding: { accentColour: null },
      sender: { name: 'Alpes' },
    });
    expect((await change({ accentColour: '#ffffcc' })).json()).toMatchObject({
      fields: [{ path: 'accentColour', rule: 'contrast' }],
    });
    expect((await change({ senderName: 'Alpes\r\nBcc: all@x.example' })).status).toBe(422);
    expect((await change({ clickRetentionDays: 3 })).status).toBe(422);
  }));

test('a logo is what it says it is, is shown to everybody by its address, and can be removed', () =>
  withApp(async (app, { keys: { secretKey: as } }) => {
    const set = (payload: Buffer | string, type = 'image/png') =>
      app.fastify.inject({
        method: 'PUT',
        url: '/api/v1/workspace/logo',
        headers: { authorization: `Bearer ${as}`, 'content-type': type },
        payload,
      });
    const png = Buffer.alloc(64);
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(png);
    png.writeUInt32BE(120, 16);
    png.writeUInt32BE(40, 20);
    expect((await set('<svg onload="alert(1)"/>')).json()).toMatchObject({
      code: 'invalid_request',
      fields: [{ rule: 'picture' }],
    });
    expect((await set(png, 'image/svg+xml')).statusCode).toBe(415);
    // Called another type: what it is decides.
    const logo = (await set(png, 'image/webp')).json<{ url: string }>();
    expect(logo).toMatchObject({ width: 120, height: 40 });
    const shown = await app.fastify.inject({ method: 'GET', url: logo.url });
    expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect(shown.rawPayload.equals(png)).toBe(true);
    png.writeUInt32BE(4000, 16);
    expect((await set(png)).json()).toMatchObject({ fields: [{ rule: 'size' }] });
    expect((await app.call('DELETE', '/api/v1/workspace/logo', { as })).status).toBe(204);
    expect((await app.call('GET', logo.url)).status).toBe(404);
  }));

test('views are the own of a member', () =>
  withApp(async (app, { id, keys: { secretKey } }, { db }) => {
    const [mine, other] = [await makeSession(app, db, id, 'viewer'), await makeSession(app, db, id, 'owner')];
    const save = (as: string, name: string) =>
      app.call('POST', '/api/v1/views', { as, body: { screen: 'partners', name, query: { country: 'BE' } } });
    const saved = await save(mine, 'Belgium');
    expect(saved.status, saved.text).toBe(201);
    expect((await save(mine, 'belgium')).json()).toMatchObject({ code: 'already_exists' });
    expect((await save(other, 'Belgium')).status).toBe(201);
    const path = `/api/v1/views/${String(saved.json()['id'])}`;
    expect((await app.call('PATCH', path, { as: other, body: { name: 'Theirs' } })).status).toBe(404);
    expect((await app.call('PATCH', path, { as: mine, body: { query: { country: 'FR' } } })).json()).toMatchObject({
      name: 'Belgium',
      query: { country: 'FR' },
    });
    const list = (await app.call('GET', '/api/v1/views?screen=partners', { as: mine })).json() as unknown as object[];
    expect(list).toHaveLength(1);
    expect((await app.call('GET', '/api/v1/views?screen=facts', { as: mine })).json()).toEqual([]);
    expect((await app.call('GET', '/api/v1/views', { as: secretKey })).status).toBe(403);
    expect((await app.call('DELETE', path, { as: other })).status).toBe(404);
    expect((await app.call('DELETE', path, { as: mine })).status).toBe(204);
  }));
