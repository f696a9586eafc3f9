import { encodeId } from '@cordee/core/ids';
import { expect, test } from 'vitest';
import {
  makeSession,
  makeWorkspace,
  signIn,
  startApp,
  TEST_ORIGIN,
  TEST_PASSWORD,
  type TestApp,
  type TestWorkspace,
} from '../../../test/app.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';

interface Stage {
  readonly app: TestApp;
  readonly database: TestDatabase;
  readonly workspace: TestWorkspace;
  readonly make: (path: string, body: unknown) => Promise<Record<string, unknown>>;
}

function onStage(walk: (stage: Stage) => Promise<void>, clock?: () => number): Promise<void> {
  return freshDatabase(async (database) => {
    const app = startApp(database, clock === undefined ? {} : { clock });
    try {
      const workspace = await makeWorkspace(database.db);
      const make = async (path: string, body: unknown) => {
        const answer = await app.call('POST', `/api/v1/${path}`, { as: workspace.keys.secretKey, body });
        if (answer.status >= 300) throw new Error(answer.text);
        return answer.json();
      };
      await walk({ app, database, workspace, make });
    } finally {
      await app.close();
    }
  });
}

const uuid = (database: TestDatabase, id: unknown) =>
  database.owner
    .query<{ id: string }>('select id from partner')
    .then((rows) => rows.find((row) => encodeId('prt', row.id) === id)?.id);

async function accept(app: TestApp, link: unknown, password = TEST_PASSWORD): Promise<number> {
  const token = new URL(String(link)).searchParams.get('token');
  return (await app.call('POST', '/api/v1/invitation', { body: { token, password } })).status;
}

test('a partner invites and removes its own people, nobody of another, and not itself', () =>
  onStage(async ({ app, database, workspace, make }) => {
    const [mine, other] = [
      await make('partners', { name: 'Mine', kind: 'affiliate' }),
      await make('partners', { name: 'Other', kind: 'affiliate' }),
    ];
    const as = await makeSession(app, database.db, workspace.id, 'partner', await uuid(database, mine['id']));
    const people = `/api/v1/partners/${String(mine['id'])}/people`;
    const body = { email: 'lea@mine.example', name: 'Léa' };
    const invited = await app.call('POST', people, { as, body });
    expect(invited.status, invited.text).toBe(201);
    expect(await accept(app, invited.json()['invitationLink'])).toBe(200);
    const lea = await signIn(app, body.email, TEST_PASSWORD);
    expect((await app.call('GET', people, { as: lea })).text).toContain('lea@mine.example');
    expect((await app.call('POST', people, { as, body })).json()).toMatchObject({
      code: 'already_exists',
      fields: [{ path: 'email' }],
    });
    expect(
      (await app.call('POST', `/api/v1/partners/${String(other['id'])}/people`, { as, body: { ...body, email: 'x@x.example' } }))
        .status,
    ).toBe(404);

    const leaId = String(invited.json()['userId']);
    expect((await app.call('DELETE', `${people}/${leaId}`, { as: lea })).json()).toMatchObject({ code: 'conflict' });
    expect(
      (await app.call('DELETE', `/api/v1/partners/${String(other['id'])}/people/${leaId}`, { as: workspace.keys.secretKey }))
        .status,
    ).toBe(404);
    expect((await app.call('DELETE', `${people}/${leaId}`, { as })).status).toBe(204);
    expect((await app.call('GET', people, { as: lea })).status).toBe(403);
    const actions = await database.owner.query<{ action: string }>('select action from audit order by id');
    expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(['person.invited', 'person.removed']));
  }));

test('an account only a partner knows never becomes more by itself: the company invites it anew', () =>
  onStage(async ({ app, database, workspace, make }) => {
    const partners = [
      await make('partners', { name: 'A', kind: 'affiliate' }),
      await make('partners', { name: 'B', kind: 'affiliate' }),
    ];
    const [a, b] = await Promise.all(
      partners.map(async ({ id }) => ({
        people: `/api/v1/partners/${String(id)}/people`,
        as: await makeSession(app, database.db, workspace.id, 'partner', await uuid(database, id)),
      })),
    );
    if (a === undefined || b === undefined) throw new Error('two partners');
    const chief = { email: 'chief@company.example', name: 'Chief' };
    const planted = await app.call('POST', a.people, { as: a.as, body: chief });
    await accept(app, planted.json()['invitationLink'], 'known to the partner');
    const intruder = await signIn(app, chief.email, 'known to the partner');
    // Neither another partner nor a change of role hands that account anything.
    expect((await app.call('POST', b.people, { as: b.as, body: chief })).json()).toMatchObject({ code: 'already_exists' });
    const key = workspace.keys.secretKey;
    const member = `/api/v1/members/${String(planted.json()['userId'])}`;
    expect((await app.call('PATCH', member, { as: key, body: { role: 'owner' } })).json()).toMatchObject({ code: 'conflict' });

    await app.call('DELETE', member, { as: key });
    const again = await app.call('POST', '/api/v1/members', { as: key, body: { ...chief, role: 'owner' } });
    expect(again.json()['invitationLink']).not.toBeNull();
    expect((await app.call('GET', '/api/v1/members', { as: intruder })).status).toBe(401);
    await expect(signIn(app, chief.email, 'known to the partner')).rejects.toThrow('sign-in failed');
    expect(await accept(app, again.json()['invitationLink'])).toBe(200);
    const real = await signIn(app, chief.email, TEST_PASSWORD);
    expect((await app.call('GET', '/api/v1/members', { as: real })).status).toBe(200);
  }));

test('a member of the company sees what the partner sees, writes nothing, gains nothing, and leaves a trace', () => {
  let now = Date.now();
  return onStage(
    async ({ app, database, workspace, make }) => {
      const [mine, other] = [
        await make('partners', { name: 'Mine', kind: 'affiliate', tags: ['vip'] }),
        await make('partners', { name: 'Other', kind: 'affiliate' }),
      ];
      const id = String(mine['id']);
      const viewer = await makeSession(app, database.db, workspace.id, 'viewer');
      const opened = await app.call('POST', `/api/v1/partners/${id}/portal-views`, { as: viewer });
      expect(opened.status, opened.text).toBe(201);
      const headers = { 'cordee-portal-view': String(opened.json()['view']) };
      const look = (method: string, path: string, as = viewer, body?: unknown) =>
        app.call(method, `/api/v1/${path}`, { as, headers, ...(body === undefined ? {} : { body }) });

      const partner = await makeSession(app, database.db, workspace.id, 'partner', await uuid(database, id));
      for (const path of [
        `partners/${id}`,
        `partners/${id}/balance`,
        `partners/${id}/terms`,
        'links',
        'facts',
        'commissions',
        'partners',
      ]) {
        const [seen, theirs] = [await look('GET', path), await app.call('GET', `/api/v1/${path}`, { as: partner })];
        expect([path, seen.status, seen.text]).toEqual([path, 200, theirs.text]);
      }
      expect((await look('GET', `partners/${id}`)).json()).toMatchObject({ tags: [] });
      expect((await look('GET', `partners/${String(other['id'])}`)).status).toBe(404);
      expect((await look('GET', 'ledger/trial-balance')).status).toBe(403);

      const manager = await makeSession(app, database.db, workspace.id, 'manager');
      const own = await app.call('POST', `/api/v1/partners/${id}/portal-views`, { as: manager });
      const asManager = { 'cordee-portal-view': String(own.json()['view']) };
      const write = await app.call('PATCH', `/api/v1/partners/${id}`, {
        as: manager,
        body: { name: 'Changed' },
        headers: asManager,
      });
      expect(write.json()).toMatchObject({ code: 'read_only' });

      // Not with another's session, not a partner's, not forged, not for ever.
      expect((await look('GET', `partners/${id}`, manager)).json()).toMatchObject({ code: 'portal_view_over' });
      expect((await look('GET', `partners/${id}`, partner)).json()).toMatchObject({ code: 'portal_view_over' });
      const [body = '', seal = ''] = headers['cordee-portal-view'].split('.');
      const forged = Buffer.from(
        Buffer.from(body, 'base64url')
          .toString()
          .replace(/"expiresAt":\d+/, '"expiresAt":9999999999999'),
      ).toString('base64url');
      const tampered = await app.call('GET', `/api/v1/partners/${id}`, {
        as: viewer,
        headers: { 'cordee-portal-view': `${forged}.${seal}` },
      });
      expect(tampered.json()).toMatchObject({ code: 'portal_view_over' });
      expect((await app.call('POST', `/api/v1/partners/${id}/portal-views`, { as: partner })).status).toBe(403);
      now += 3_600_001;
      expect((await look('GET', `partners/${id}`)).json()).toMatchObject({ code: 'portal_view_over' });
      const trace = await database.owner.query<{ subject: string; actor: { userId: string } }>(
        `select subject, actor from audit where action = 'portal.viewed'`,
      );
      expect(trace.map(({ subject }) => subject)).toEqual([id, id]);
    },
    () => now,
  );
});

test('the language somebody reads is kept with the account, and is one of ours', () =>
  onStage(async ({ app, database, workspace }) => {
    const as = await makeSession(app, database.db, workspace.id, 'partner');
    const change = (language: unknown) =>
      app.call('POST', '/api/auth/update-user', { as, body: { language }, headers: { origin: TEST_ORIGIN } });
    expect((await change('fr')).status).toBe(200);
    expect((await app.call('GET', '/api/auth/get-session', { as })).json()).toMatchObject({ user: { language: 'fr' } });
    expect((await change('de')).status).toBe(400);
    const planted = await app.call('POST', '/api/auth/update-user', { as, body: { brought_by_partner: false, role: 'owner' } });
    expect(planted.status).toBeGreaterThanOrEqual(200);
    expect(await database.owner.query('select language, brought_by_partner from auth_user')).toEqual([
      { language: 'fr', brought_by_partner: false },
    ]);
  }));
