import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  makeSecretKey,
  makeSession,
  makeWorkspace,
  signIn,
  startApp,
  TEST_ORIGIN,
  type TestApp,
  type TestWorkspace,
} from '../../../test/app.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { ensureSetupLink } from './index.ts';

let database: TestDatabase;
let app: TestApp;
let now = 1_790_000_000_000;
const clock = () => now;
let finish: () => void;
let ended: Promise<void>;

beforeAll(async () => {
  const ready = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  finish = over.resolve;
  ended = freshDatabase(async (fresh) => {
    database = fresh;
    app = startApp(fresh, { clock });
    ready.resolve();
    await over.promise;
    await app.close();
  });
  await Promise.race([ready.promise, ended]);
});

afterAll(async () => {
  finish();
  await ended;
});

const workspaceInput = { name: 'Alpes Équipement', country: 'FR', currency: 'EUR', zone: 'Europe/Paris', language: 'fr' };

function items(json: Record<string, unknown>): Record<string, unknown>[] {
  return json['items'] as Record<string, unknown>[];
}

describe('the first administrator', () => {
  const input = { email: 'Claire@Example.com', password: 'quatre mots sans rapport', name: 'Claire', workspace: workspaceInput };
  const tokenOf = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? '';

  test('is made once, by the newest link, within its day', async () => {
    const first = tokenOf(await ensureSetupLink(database.db, TEST_ORIGIN, now));
    const second = tokenOf(await ensureSetupLink(database.db, TEST_ORIGIN, now));
    const setUp = (token: string) => app.call('POST', '/api/v1/setup', { body: { ...input, token } });
    expect((await setUp(first)).json()).toMatchObject({ code: 'link_expired', status: 410 });
    now += 86_400_000;
    expect((await setUp(second)).status).toBe(410);
    const third = tokenOf(await ensureSetupLink(database.db, TEST_ORIGIN, now));
    const weak = await app.call('POST', '/api/v1/setup', { body: { ...input, token: third, password: 'short' } });
    expect(weak.json()['fields']).toMatchObject([{ path: 'password', rule: 'minimum_length' }]);

    const answers = await Promise.all([setUp(third), setUp(third)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 410]));
    const keys = answers.find(({ status }) => status === 201)?.json() ?? {};
    expect(await ensureSetupLink(database.db, TEST_ORIGIN, now)).toBeNull();

    const workspace = await app.call('GET', '/api/v1/workspace', { as: String(keys['secretKey']) });
    expect(workspace.json()).toMatchObject({ id: keys['workspaceId'], slug: 'alpes-equipement', zone: 'Europe/Paris' });
    const heads = await database.owner.query(
      'select seq, hash from fact_head union all select counted_seq, transaction_hash from count_head',
    );
    expect(heads).toEqual([0, 1].map(() => ({ seq: 0n, hash: Buffer.alloc(32) })));
    const cookie = await signIn(app, 'claire@example.com', input.password);
    expect(items((await app.call('GET', '/api/v1/workspaces', { as: cookie })).json())).toMatchObject([{ role: 'owner' }]);
  });
});

describe('API keys', () => {
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await makeWorkspace(database.db);
  });
  const as = () => workspace.keys.secretKey;

  test('are created once a request, shown once, stored as a hash', async () => {
    const body = { publishable: false, name: 'Shop', scopes: ['track'] };
    const headers = { 'idempotency-key': 'create-shop-key' };
    const created = (await app.call('POST', '/api/v1/keys', { as: as(), body, headers })).json();
    const reordered = { scopes: ['track'], name: 'Shop', publishable: false };
    const again = await app.call('POST', '/api/v1/keys', { as: as(), body: reordered, headers });
    expect(again.json()).toEqual({ ...created, secret: null });
    expect(again.headers['idempotent-replayed']).toBe('true');
    const other = await app.call('POST', '/api/v1/keys', { as: as(), body: { ...body, name: 'Other' }, headers });
    expect(other.json()).toMatchObject({ status: 409, code: 'idempotency_conflict' });
    const secret = String(created['secret']);
    expect(secret.startsWith(String(created['prefix']))).toBe(true);
    const dump =
      JSON.stringify(await database.owner.query('select to_json(k) from api_key k')) +
      JSON.stringify(await database.owner.query('select answer from idempotency'));
    expect(dump).not.toContain(secret);
    expect(dump).toContain(String(created['prefix']));
    const audit = await app.call('GET', '/api/v1/audit?action=key.created', { as: as() });
    expect(items(audit.json())).toMatchObject([{ subject: created['id'], actor: { kind: 'key' } }]);
    expect(audit.text).not.toContain(secret);
  });

  test('the same request sent many times at once writes once', async () => {
    const send = () =>
      app.call('POST', '/api/v1/keys', {
        as: as(),
        body: { publishable: false, name: 'Raced', scopes: ['read'] },
        headers: { 'idempotency-key': 'race' },
      });
    const answers = await Promise.all(Array.from({ length: 6 }, send));
    expect(new Set(answers.map((answer) => answer.json()['id'])).size).toBe(1);
    expect(answers.filter((answer) => answer.json()['secret'] !== null)).toHaveLength(1);
    const keys = items((await app.call('GET', '/api/v1/keys', { as: as() })).json());
    expect(keys.filter(({ name }) => name === 'Raced')).toHaveLength(1);
  });

  test('do what their scopes say, in their workspace', async () => {
    const reader = await makeSecretKey(database.db, workspace.id, ['read']);
    expect((await app.call('GET', '/api/v1/workspace', { as: reader })).status).toBe(200);
    expect((await app.call('GET', '/api/v1/keys', { as: reader })).status).toBe(403);
    const forged = `${reader.slice(0, -1)}${reader.endsWith('0') ? '1' : '0'}`;
    expect((await app.call('GET', '/api/v1/workspace', { as: forged })).status).toBe(401);
    const other = await makeWorkspace(database.db, 'Other');
    const moved = reader.slice(0, 11) + other.keys.secretKey.slice(11, 37) + reader.slice(37);
    expect((await app.call('GET', '/api/v1/workspace', { as: moved })).status).toBe(401);
  });

  test('are rotated with a grace period, and end when revoked or expired', async () => {
    const created = (
      await app.call('POST', '/api/v1/keys', { as: as(), body: { publishable: false, name: 'Turn', scopes: ['read'] } })
    ).json();
    const old = String(created['secret']);
    const rotation = await app.call('POST', `/api/v1/keys/${String(created['id'])}/rotation`, {
      as: as(),
      body: { graceHours: 1 },
    });
    expect(rotation.status).toBe(201);
    const fresh = String(rotation.json()['secret']);
    const works = async (key: string) => (await app.call('GET', '/api/v1/workspace', { as: key })).status;
    expect([await works(old), await works(fresh)]).toEqual([200, 200]);
    now += 3_600_000;
    expect([await works(old), await works(fresh)]).toEqual([401, 200]);
    const id = String(rotation.json()['id']);
    expect((await app.call('DELETE', `/api/v1/keys/${id}`, { as: as() })).status).toBe(204);
    expect(await works(fresh)).toBe(401);
    expect((await app.call('POST', `/api/v1/keys/${id}/rotation`, { as: as(), body: {} })).json()).toMatchObject({
      code: 'conflict',
    });
  });

  test('say when they were last used, and are listed page by page', async () => {
    now += 3_600_000;
    await app.call('GET', '/api/v1/workspace', { as: as() });
    const used = () => database.owner.query('select 1 from api_key where last_used_at = to_timestamp($1::float8 / 1000)', [now]);
    await expect.poll(async () => (await used()).length).toBe(1);
    const names: unknown[] = [];
    let cursor = '';
    do {
      const page = (await app.call('GET', `/api/v1/keys?limit=2${cursor}`, { as: as() })).json();
      names.push(...items(page).map(({ id }) => id));
      cursor = typeof page['nextCursor'] === 'string' ? `&cursor=${page['nextCursor']}` : '';
    } while (cursor !== '');
    const all = items((await app.call('GET', '/api/v1/keys', { as: as() })).json()).map(({ id }) => id);
    expect(names).toEqual(all);
    expect((await app.call('GET', '/api/v1/keys?cursor=zzz', { as: as() })).status).toBe(422);
  });

  test('a publishable key allows the origins it is given', async () => {
    const body = { publishable: true, name: 'Pages', origins: ['https://shop.example'] };
    const key = (await app.call('POST', '/api/v1/keys', { as: as(), body })).json();
    expect(key).toMatchObject({ scopes: ['track:client'], publishable: true });
    const path = `/api/v1/keys/${String(key['id'])}`;
    const changed = await app.call('PATCH', path, { as: as(), body: { origins: ['https://*.shop.example'] } });
    expect(changed.json()).toMatchObject({ origins: ['https://*.shop.example'], name: 'Pages' });
    expect((await app.call('GET', '/api/v1/workspace', { as: String(key['secret']) })).status).toBe(403);
  });
});

describe('members and sessions', () => {
  let workspace: TestWorkspace;
  let owner: string;
  beforeAll(async () => {
    workspace = await makeWorkspace(database.db);
    owner = await makeSession(app, database.db, workspace.id, 'owner');
  });

  test('a member is invited once, chooses a password and signs in', async () => {
    const body = { email: 'new@example.com', name: 'New', role: 'viewer' };
    const added = (await app.call('POST', '/api/v1/members', { as: owner, body })).json();
    expect((await app.call('POST', '/api/v1/members', { as: owner, body })).json()).toMatchObject({ code: 'already_exists' });
    const token = new URL(String(added['invitationLink'])).searchParams.get('token');
    const accept = () => app.call('POST', '/api/v1/invitation', { body: { token, password: 'another good password' } });
    expect((await accept()).json()).toEqual({ email: 'new@example.com' });
    expect((await accept()).status).toBe(410);
    const cookie = await signIn(app, 'new@example.com', 'another good password');
    expect((await app.call('GET', '/api/v1/workspace', { as: cookie })).status).toBe(200);
    expect((await app.call('GET', '/api/v1/members', { as: cookie })).status).toBe(403);
    expect((await app.call('DELETE', `/api/v1/members/${String(added['userId'])}`, { as: owner })).status).toBe(204);
    expect((await app.call('GET', '/api/v1/workspace', { as: cookie })).status).toBe(403);
  });

  test('a workspace keeps an owner', async () => {
    const [self] = items((await app.call('GET', '/api/v1/members', { as: owner })).json());
    const path = `/api/v1/members/${String(self?.['userId'])}`;
    expect((await app.call('DELETE', path, { as: owner })).json()).toMatchObject({ code: 'last_owner' });
    expect((await app.call('PATCH', path, { as: owner, body: { role: 'viewer' } })).json()).toMatchObject({ code: 'last_owner' });
    const other = await makeSession(app, database.db, workspace.id, 'owner');
    expect((await app.call('PATCH', path, { as: other, body: { role: 'viewer' } })).status).toBe(200);
    expect((await app.call('PATCH', path, { as: other, body: { role: 'owner' } })).status).toBe(200);
  });

  test('a partner user belongs to a partner of the workspace, others to none', async () => {
    const add = (fields: object) =>
      app.call('POST', '/api/v1/members', { as: owner, body: { email: 'p@example.com', name: 'P', ...fields } });
    expect((await add({ role: 'partner' })).json()).toMatchObject({ fields: [{ path: 'partnerId', rule: 'partner_role' }] });
    const unknown = await add({ role: 'partner', partnerId: 'prt_01j0000000e0080000000000ff' });
    expect(unknown.json()).toMatchObject({ code: 'unknown_reference' });
  });

  test('nobody signs up alone; cookies are HttpOnly and SameSite', async () => {
    const body = { email: 'x@example.com', password: 'long enough password', name: 'X' };
    const up = await app.call('POST', '/api/auth/sign-up/email', { body, headers: { origin: TEST_ORIGIN } });
    expect(up.status).toBe(400);
    const wrong = await app.call('POST', '/api/auth/sign-in/email', { body, headers: { origin: TEST_ORIGIN } });
    expect(wrong.status).toBe(401);
    const foreign = await app.call('POST', '/api/auth/sign-out', {
      as: owner,
      body: {},
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
  });

  test('a session in several workspaces says which one', async () => {
    const created = (
      await app.call('POST', '/api/v1/workspaces', { as: owner, body: { ...workspaceInput, slug: 'second' } })
    ).json();
    const vague = await app.call('GET', '/api/v1/workspace', { as: owner });
    expect(vague.json()).toMatchObject({ code: 'workspace_required', status: 400 });
    expect(vague.text).toContain(String(created['workspaceId']));
    const named = (id: string) => app.call('GET', '/api/v1/workspace', { as: owner, headers: { 'cordee-workspace': id } });
    expect((await named(String(created['workspaceId']))).json()).toMatchObject({ slug: 'second' });
    const foreign = await makeWorkspace(database.db, 'Foreign');
    expect((await named(foreign.keys.workspaceId)).status).toBe(403);
    const headers = { 'cordee-workspace': String(created['workspaceId']) };
    const taken = await app.call('POST', '/api/v1/workspaces', {
      as: owner,
      headers,
      body: { ...workspaceInput, slug: 'second' },
    });
    expect(taken.json()).toMatchObject({ code: 'already_exists', fields: [{ path: 'slug' }] });
    const changes = { name: 'Deuxième', trackingHosts: ['go.example.com'] };
    const changed = await app.call('PATCH', '/api/v1/workspace', { as: owner, headers, body: changes });
    expect(changed.json()).toMatchObject({ ...changes, slug: 'second' });
  });
});
