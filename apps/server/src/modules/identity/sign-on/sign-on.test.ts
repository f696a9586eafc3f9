import { encodeId } from '@cordee/core/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contextFor, makeSession, makeWorkspace, startApp, TEST_ORIGIN } from '../../../../test/app.ts';
import type { TestApp, TestWorkspace } from '../../../../test/app.ts';
import { crowdedDatabase, type TestDatabase } from '../../../../test/database.ts';
import { PROVIDER_CLIENT, startIdentityProvider, type IdentityProvider } from '../../../../test/identity-provider.ts';
import { openBrowser } from '../../../../test/signing-on.ts';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { addMember } from '../verbs/add-member.ts';

let database: TestDatabase;
let app: TestApp;
let provider: IdentityProvider;
let company: TestWorkspace;
let other: TestWorkspace;
let serial = 0;
// The clock of the product stands a little ahead when a test says so.
let ahead = 0;

beforeAll(async () => {
  database = await crowdedDatabase();
  company = await makeWorkspace(database.db, 'Alpes Équipement');
  other = await makeWorkspace(database.db, 'Autre Maison');
  provider = await startIdentityProvider([company, other].map(({ id }) => callback(id)));
  app = startApp(database, { outboundHosts: [provider.host], clock: () => Date.now() + ahead });
  await connect(company);
  await call(company, 'PATCH', '', { active: true });
});
afterAll(async () => {
  await app.close();
  await provider.close();
});
beforeEach(() => {
  serial += 1;
  provider.tamper = null;
  ahead = 0;
});

const callback = (id: string) => `${TEST_ORIGIN}/api/auth/sign-on/callback/${encodeId('wsp', id)}`;
const start = (id: string) =>
  `/api/auth/sign-on/start?workspace=${encodeId('wsp', id)}&next=${encodeURIComponent('/console/facts')}`;
const refused = (fault: string) => `/sign-in?refused=${fault}&company=${encodeId('wsp', company.id)}`;
const IN = '/signed-on?next=%2Fconsole%2Ffacts';

function call(workspace: TestWorkspace, method: string, path: string, body?: unknown) {
  return app.call(method, `/api/v1/sign-on${path}`, { as: workspace.keys.secretKey, ...(body === undefined ? {} : { body }) });
}

function connect(workspace: TestWorkspace, changes: Readonly<Record<string, unknown>> = {}) {
  return call(workspace, 'PUT', '', {
    issuer: provider.issuer,
    clientId: PROVIDER_CLIENT.id,
    clientSecret: PROVIDER_CLIENT.secret,
    domains: ['alpes.example'],
    newRole: 'viewer',
    ...changes,
  });
}

/** Somebody new at the provider, who signs in next. */
function someone(changes: Readonly<Record<string, unknown>> = {}): { subject: string; email: string } {
  const subject = `subject-${serial}-${provider.people.size}`;
  const email = `person-${serial}-${provider.people.size}@alpes.example`;
  provider.people.set(subject, { email, email_verified: true, name: 'Nora Vidal', ...changes });
  provider.next = subject;
  return { subject, email };
}

function invite(workspace: TestWorkspace, email: string, role: 'owner' | 'manager' | 'viewer' = 'manager') {
  const settings = { baseUrl: TEST_ORIGIN, partnerExists: async () => true };
  return addMember(contextFor(database.db, workspace.id), { email, name: 'Invited', role }, settings);
}

async function auditOf(workspace: TestWorkspace, action: string) {
  const answer = await app.call('GET', `/api/v1/audit?action=${action}&limit=5`, { as: workspace.keys.secretKey });
  return answer.json()['items'] as { after: Record<string, unknown>; actor: Record<string, unknown>; subject: string }[];
}

describe('coming in', () => {
  test('somebody new becomes a member with the role the company gives, and is in that workspace', async () => {
    const { email, subject } = someone();
    const browser = openBrowser(app);
    expect((await browser.go(start(company.id))).address).toBe(IN);
    const places = await app.call('GET', '/api/v1/workspaces', { as: browser.cookie() });
    expect(places.json()['items']).toMatchObject([{ name: 'Alpes Équipement', role: 'viewer' }]);
    const [added] = await auditOf(company, 'member.added');
    expect([added?.after['email'], added?.after['name'], added?.actor]).toEqual([
      email,
      'Nora Vidal',
      { kind: 'system', job: 'sign-on' },
    ]);
    const [linked] = await auditOf(company, 'sign_on.linked');
    expect(linked?.after).toEqual({ email, issuer: provider.issuer, providerSubject: subject });
  });

  test('an invited person keeps their role, and is known by subject when the address changes', async () => {
    const { subject, email } = someone();
    await invite(company, email);
    const browser = openBrowser(app);
    await browser.go(start(company.id));
    const role = async () =>
      ((await app.call('GET', '/api/v1/workspaces', { as: browser.cookie() })).json()['items'] as { role: string }[])[0]?.role;
    expect(await role()).toBe('manager');
    provider.people.set(subject, { email: `renamed-${serial}@alpes.example`, email_verified: true });
    await browser.go(start(company.id));
    expect(await role()).toBe('manager');
  });

  test('the session lasts twelve hours', async () => {
    someone();
    const browser = openBrowser(app);
    await browser.go(start(company.id));
    ahead = 11.9 * 3_600_000;
    expect((await app.call('GET', '/api/v1/workspace', { as: browser.cookie() })).status).toBe(200);
    ahead = 12.1 * 3_600_000;
    expect((await app.call('GET', '/api/v1/workspace', { as: browser.cookie() })).status).toBe(401);
  });

  test('the way back leads to our own screens only', async () => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      someone();
      const address = `/api/auth/sign-on/start?workspace=${encodeId('wsp', company.id)}&next=${encodeURIComponent(next)}`;
      expect((await openBrowser(app).go(address)).address).toBe('/signed-on?next=%2F');
    }
  });
});

describe('who does not come in', () => {
  test.each([
    ['an address that is not verified', { email_verified: false }, 'unverified_email'],
    ['an address nobody says is verified', { email_verified: undefined }, 'unverified_email'],
    ['nobody’s address', { email: undefined }, 'unverified_email'],
    ['another domain', { email: 'nora@elsewhere.example' }, 'domain'],
    ['a domain below', { email: 'nora@sub.alpes.example' }, 'domain'],
    ['a domain that only ends alike', { email: 'nora@evil-alpes.example' }, 'domain'],
  ])('%s', async (_what, changes, fault) => {
    someone(changes);
    const browser = openBrowser(app);
    expect((await browser.go(start(company.id))).address).toBe(refused(fault));
    expect((await app.call('GET', '/api/v1/workspaces', { as: browser.cookie() })).status).toBe(401);
    expect((await auditOf(company, 'sign_on.refused'))[0]?.after['reason']).toBe(fault);
  });

  test('somebody not invited, where only invited people come in', async () => {
    await connect(company, { newRole: null });
    try {
      const { email } = someone();
      expect((await openBrowser(app).go(start(company.id))).address).toBe(refused('not_invited'));
      await invite(company, email, 'viewer');
      expect((await openBrowser(app).go(start(company.id))).address).toBe(IN);
    } finally {
      await connect(company);
    }
  });

  test('somebody removed, until they are invited again', async () => {
    const { email } = someone();
    const browser = openBrowser(app);
    await browser.go(start(company.id));
    const [added] = await auditOf(company, 'member.added');
    await app.call('DELETE', `/api/v1/members/${added?.subject}`, { as: company.keys.secretKey });
    expect((await app.call('GET', '/api/v1/workspace', { as: browser.cookie() })).status).toBe(401);
    expect((await openBrowser(app).go(start(company.id))).address).toBe(refused('not_invited'));
    await invite(company, email, 'viewer');
    expect((await openBrowser(app).go(start(company.id))).address).toBe(IN);
  });

  test('another person to whom the provider has given an address again', async () => {
    const { email } = someone();
    await openBrowser(app).go(start(company.id));
    someone({ email });
    expect((await openBrowser(app).go(start(company.id))).address).toBe(refused('other_person'));
  });

  test('whoever signs in for a partner', async () => {
    await makeSession(app, database.db, company.id, 'partner');
    const [user] = await database.owner.query<{ email: string }>(
      `select u.email from auth_user u join membership m on m.user_id = u.id where m.workspace_id = $1 and m.role = 'partner' limit 1`,
      [company.id],
    );
    await connect(company, { domains: ['alpes.example', 'example.com'] });
    someone({ email: user?.email });
    expect((await openBrowser(app).go(start(company.id))).address).toBe(refused('not_invited'));
    await connect(company);
  });

  test('whoever says no at the provider', async () => {
    provider.next = null;
    expect((await openBrowser(app).go(start(company.id))).address).toBe(refused('cancelled'));
  });
});

describe('what the provider says is checked', () => {
  const hour = 3600;
  const now = () => Math.floor(Date.now() / 1000);
  test.each<[string, (token: string, resign: (changes: Readonly<Record<string, unknown>>) => string) => string]>([
    ['another issuer', (_token, resign) => resign({ iss: 'https://evil.example' })],
    ['another audience', (_token, resign) => resign({ aud: 'another-client' })],
    ['an expired token', (_token, resign) => resign({ iat: now() - 2 * hour, exp: now() - hour })],
    ['another nonce', (_token, resign) => resign({ nonce: 'of another attempt' })],
    ['no nonce', (_token, resign) => resign({ nonce: undefined })],
    ['another signature', (token) => `${token.slice(0, token.lastIndexOf('.'))}.${'A'.repeat(342)}`],
    ['claims under a signature of others', (token, resign) => withSignatureOf(resign({ sub: 'owner' }), token)],
    ['no algorithm', (token) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`],
  ])('%s is refused', async (_what, tamper) => {
    someone();
    provider.tamper = tamper;
    const browser = openBrowser(app);
    expect((await browser.go(start(company.id))).address).toBe(refused('provider'));
    expect((await app.call('GET', '/api/v1/workspaces', { as: browser.cookie() })).status).toBe(401);
    provider.tamper = (token) => token;
    expect((await browser.go(start(company.id))).address).toBe(IN);
  });

  test('an answer is good once, in the browser that asked, for the workspace that asked', async () => {
    someone();
    const browser = openBrowser(app);
    await browser.go(start(company.id));
    expect((await browser.go(browser.cameBack())).address).toBe(refused('expired'));
    expect((await openBrowser(app).go(browser.cameBack())).address).toBe(refused('expired'));

    // The attempt, its cookie and a fresh answer of the provider, sent to the callback of another workspace.
    const begun = await app.call('GET', start(company.id));
    const cookie = String(begun.headers['set-cookie']).split(';')[0] ?? '';
    const state = new URL(String(begun.headers['location'])).searchParams.get('state');
    const elsewhere = `${new URL(callback(other.id)).pathname}?code=abc&state=${state}`;
    const answer = await app.call('GET', elsewhere, { headers: { cookie } });
    expect(answer.headers['location']).toContain('refused=expired');
    expect(JSON.stringify(answer.headers['set-cookie'])).not.toMatch(/session_token=[^;]/);
  });

  test('PKCE, state and nonce go along', async () => {
    const { headers } = await app.call('GET', start(company.id));
    const { searchParams } = new URL(String(headers['location']));
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(
      [searchParams.get('state'), searchParams.get('nonce'), searchParams.get('code_challenge')].map((text) => text?.length),
    ).toEqual([43, 43, 43]);
    expect(searchParams.get('redirect_uri')).toBe(callback(company.id));
  });
});

function withSignatureOf(token: string, signed: string): string {
  return `${token.slice(0, token.lastIndexOf('.'))}.${signed.slice(signed.lastIndexOf('.') + 1)}`;
}

describe('one workspace, and no other', () => {
  test('a session of a provider opens its workspace alone, and never the account', async () => {
    const { email } = someone();
    await invite(company, email, 'owner');
    await invite(other, email, 'owner');
    const browser = openBrowser(app);
    await browser.go(start(company.id));
    const as = browser.cookie();
    expect((await app.call('GET', '/api/v1/workspaces', { as })).json()['items']).toMatchObject([{ name: 'Alpes Équipement' }]);
    const elsewhere = await app.call('GET', '/api/v1/workspace', {
      as,
      headers: { 'cordee-workspace': encodeId('wsp', other.id) },
    });
    expect([elsewhere.status, elsewhere.json()['code']]).toEqual([403, 'forbidden']);
    const place = { name: 'New', country: 'FR', currency: 'EUR', zone: 'Europe/Paris', language: 'fr' };
    expect((await app.call('POST', '/api/v1/workspaces', { as, body: place })).status).toBe(403);
    for (const [method, path, body] of [
      ['POST', '/change-password', { currentPassword: 'a', newPassword: 'another password' }],
      ['POST', '/change-email', { newEmail: 'me@evil.example' }],
      ['POST', '/two-factor/enable', { password: 'a password' }],
      ['GET', '/passkey/generate-register-options', undefined],
      ['GET', '/list-sessions', undefined],
      ['POST', '/update-user', { name: 'Somebody else' }],
    ] as const) {
      const answer = await app.call(method, `/api/auth${path}`, { as, ...(body === undefined ? {} : { body }) });
      expect([path, answer.status, answer.json()['code']]).toEqual([path, 403, 'SIGN_ON_SESSION']);
    }
    expect((await app.call('POST', '/api/auth/update-user', { as, body: { language: 'fr' } })).status).toBe(200);
    expect((await app.call('GET', '/api/auth/get-session', { as })).json()).toMatchObject({ user: { email } });
  });

  test('a provider of another workspace lets nobody in here, whatever it says', async () => {
    const { email } = someone();
    await openBrowser(app).go(start(company.id));
    await connect(other);
    await call(other, 'PATCH', '', { active: true });
    someone({ email });
    const browser = openBrowser(app);
    await browser.go(start(other.id));
    expect((await app.call('GET', '/api/v1/workspaces', { as: browser.cookie() })).json()['items']).toMatchObject([
      { name: 'Autre Maison' },
    ]);
    await call(other, 'DELETE', '');
    expect((await app.call('GET', '/api/v1/workspaces', { as: browser.cookie() })).status).toBe(401);
  });

  test('invited elsewhere, whom only a provider knew gets a link by mail and nobody else does', async () => {
    const { email } = someone();
    await openBrowser(app).go(start(company.id));
    expect((await invite(other, email)).invitationLink).toBeNull();
    const links = await database.owner.query(
      'select 1 from one_time_link l join auth_user u on u.id = l.user_id where u.email = $1',
      [email],
    );
    expect(links).toHaveLength(1);
  });
});

describe('required', () => {
  test('the company’s people come in by it; an owner with a second factor by password', async () => {
    const place = await makeWorkspace(database.db, 'Strict');
    const strict = await startIdentityProvider([callback(place.id)]);
    const own = startApp(database, { outboundHosts: [strict.host] });
    try {
      const as = place.keys.secretKey;
      const body = {
        issuer: strict.issuer,
        clientId: 'cordee',
        clientSecret: PROVIDER_CLIENT.secret,
        domains: ['strict.example'],
        newRole: 'viewer',
      };
      await own.call('PUT', '/api/v1/sign-on', { as, body });
      const change = async (changes: object) => {
        const answer = await own.call('PATCH', '/api/v1/sign-on', { as, body: changes });
        return [answer.status, answer.json()['code']];
      };
      expect(await change({ required: true })).toEqual([422, 'invalid_request']);
      expect(await change({ active: true })).toEqual([200, undefined]);
      expect(await change({ required: true })).toEqual([409, 'sign_on_unproven']);
      strict.people.set('1', { email: 'nora@strict.example', email_verified: true });
      strict.next = '1';
      await openBrowser(own).go(start(place.id));
      expect(await change({ required: true })).toEqual([409, 'sign_on_needs_owner']);

      const owner = await makeSession(own, database.db, place.id, 'owner');
      const second = await makeSession(own, database.db, place.id, 'owner');
      const manager = await makeSession(own, database.db, place.id, 'manager');
      const partner = await makeSession(own, database.db, place.id, 'partner');
      const userId = await factor(own, owner);
      expect(await change({ required: true })).toEqual([200, undefined]);
      const reach = async (cookie: string) => {
        const answer = await own.call('GET', '/api/v1/workspace', { as: cookie });
        return answer.json()['code'] ?? answer.status;
      };
      expect(await Promise.all([owner, second, manager, partner].map(reach))).toEqual([
        200,
        'sign_on_required',
        'sign_on_required',
        200,
      ]);

      const disabled = await own.call('POST', '/api/auth/two-factor/disable', { as: owner, body: { password: 'x' } });
      expect([disabled.status, disabled.json()['code']]).toEqual([403, 'SIGN_ON_NEEDS_OWNER']);
      const removed = await own.call('DELETE', `/api/v1/members/${encodeId('usr', userId)}`, { as });
      expect([removed.status, removed.json()['code']]).toEqual([409, 'sign_on_needs_owner']);
      const changed = await own.call('PATCH', `/api/v1/members/${encodeId('usr', userId)}`, { as, body: { role: 'viewer' } });
      expect([changed.status, changed.json()['code']]).toEqual([409, 'sign_on_needs_owner']);

      expect(await change({ required: false })).toEqual([200, undefined]);
      expect(await reach(manager)).toBe(200);
    } finally {
      await own.close();
      await strict.close();
    }
  });
});

/** Gives the owner of a session a second factor as far as the books of accounts say; their user id. */
async function factor(own: TestApp, cookie: string): Promise<string> {
  const { user } = (await own.call('GET', '/api/auth/get-session', { as: cookie })).json() as { user: { id: string } };
  await database.owner.query('update auth_user set "twoFactorEnabled" = true where id = $1', [user.id]);
  return user.id;
}

describe('setting it up', () => {
  test('the secret is sealed, never shown, and stays with its client', async () => {
    const place = await makeWorkspace(database.db, 'Secret');
    const missing = await connect(place, { clientSecret: undefined });
    expect([missing.status, missing.json()['code']]).toEqual([422, 'invalid_request']);
    expect((await connect(place)).json()['connection']).toMatchObject({ active: false, required: false, people: 0 });
    const shown = await call(place, 'GET', '');
    expect(shown.text).not.toContain(PROVIDER_CLIENT.secret);
    expect(shown.json()).toMatchObject({ redirectUri: callback(place.id), connection: { domains: ['alpes.example'] } });
    const [row] = await transaction(database.db, async (tx) => {
      await withWorkspace(tx, place.id);
      return tx.query<{ secret: Buffer }>('select client_secret as secret from sign_on where workspace_id = $1', [place.id]);
    });
    expect(row?.secret.toString('latin1')).not.toContain(PROVIDER_CLIENT.secret);
    expect(JSON.stringify(await auditOf(place, 'sign_on.connected'))).not.toContain(PROVIDER_CLIENT.secret);
    expect((await connect(place, { clientSecret: undefined, domains: ['two.example'] })).status).toBe(200);
    expect((await connect(place, { clientSecret: undefined, clientId: 'another' })).status).toBe(422);
    expect((await call(place, 'DELETE', '')).status).toBe(204);
    expect((await call(place, 'GET', '')).json()['connection']).toBeNull();
    expect((await call(place, 'DELETE', '')).status).toBe(404);
  });

  test('the test says what is wrong, and what is wrong is not activated', async () => {
    const place = await makeWorkspace(database.db, 'Tested');
    const tested = async (changes: Readonly<Record<string, unknown>>) => {
      await connect(place, changes);
      const { usable, steps } = (await call(place, 'POST', '/test')).json() as {
        usable: boolean;
        steps: { step: string; result: string; message: string }[];
      };
      const activated = await call(place, 'PATCH', '', { active: true });
      return [usable, steps.at(-1)?.step, steps.at(-1)?.result, activated.json()['code'] ?? 'active'];
    };
    expect(await tested({ clientSecret: 'another secret' })).toEqual([false, 'client', 'failed', 'sign_on_unusable']);
    expect(await tested({ issuer: `${provider.issuer}/realms/other` })).toEqual([
      false,
      'discovery',
      'failed',
      'sign_on_unusable',
    ]);
    expect(await tested({})).toEqual([true, 'client', 'passed', 'active']);
    // Understood too: what a provider shows to be copied.
    expect(
      (await connect(place, { issuer: `${provider.issuer}/.well-known/openid-configuration` })).json()['connection'],
    ).toMatchObject({ issuer: provider.issuer, active: true });
    const broken = await connect(place, { clientSecret: 'another secret' });
    expect([broken.status, broken.json()['code']]).toEqual([422, 'sign_on_unusable']);
    expect(await openBrowser(app).go(start(place.id))).toMatchObject({
      address: expect.not.stringContaining('refused=provider') as string,
    });
  });

  test('an address inside is not called', async () => {
    const place = await makeWorkspace(database.db, 'Inside');
    const answers = await Promise.all(
      ['http://127.0.0.1:1', 'https://127.0.0.1', 'http://login.example.com'].map((issuer) => connect(place, { issuer })),
    );
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect((await call(place, 'GET', '')).json()['connection']).toBeNull();
  });

  test('only owners set it', async () => {
    const manager = await makeSession(app, database.db, company.id, 'manager');
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/test'],
    ] as const) {
      expect((await app.call(method, `/api/v1/sign-on${path}`, { as: manager })).status).toBe(403);
    }
  });

  test('it is offered by domain and by workspace, while it is active', async () => {
    const offers = async (query: string) =>
      ((await app.call('GET', `/api/v1/sign-on/offers?${query}`)).json()['items'] as { name: string }[]).map(({ name }) => name);
    expect(await offers('email=Anyone%40alpes.example')).toContain('Alpes Équipement');
    expect(await offers('email=anyone%40nowhere.example')).toEqual([]);
    expect(await offers(`workspaceId=${encodeId('wsp', company.id)}`)).toEqual(['Alpes Équipement']);
    expect(await offers(`workspaceId=${encodeId('wsp', other.id)}`)).toEqual([]);
    // Of several companies none is named to whoever comes.
    expect(await offers('')).toEqual([]);
  });

  test('switched off, it signs out who came in by it', async () => {
    someone();
    const browser = openBrowser(app);
    await browser.go(start(company.id));
    await call(company, 'PATCH', '', { active: false });
    expect((await app.call('GET', '/api/v1/workspace', { as: browser.cookie() })).status).toBe(401);
    expect((await openBrowser(app).go(start(company.id))).address).toBe(refused('inactive'));
    await call(company, 'PATCH', '', { active: true });
    expect((await app.call('GET', '/api/v1/workspace', { as: browser.cookie() })).status).toBe(401);
  });
});
