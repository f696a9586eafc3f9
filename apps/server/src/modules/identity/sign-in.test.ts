import { createOTP } from '@better-auth/utils/otp';
import { getMigrations } from 'better-auth/db/migration';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { makeSession, makeWorkspace, signIn, startApp, TEST_ORIGIN, TEST_PASSWORD, type TestApp } from '../../../test/app.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { createSealer } from '../../platform/crypto/index.ts';
import { openPlainPool } from '../../platform/db/index.ts';
import { createOutbound } from '../../platform/outbound/index.ts';
import { signInSettings } from './sign-in.ts';

async function withApp(run: (app: TestApp, database: TestDatabase) => Promise<void>): Promise<void> {
  await freshDatabase(async (database) => {
    const app = startApp(database);
    try {
      await run(app, database);
    } finally {
      await app.close();
    }
  });
}

test('the migrated tables are those the library asks for', async () => {
  await freshDatabase(async ({ url, db }) => {
    const pool = openPlainPool({ url, max: 2 });
    try {
      const log = pino({ level: 'silent' });
      const onSignInLink = async () => undefined;
      const signOn = {
        outbound: createOutbound(),
        trustedHosts: [],
        sealer: createSealer(Buffer.alloc(32)),
        baseUrl: TEST_ORIGIN,
      };
      const options = { db, pool, masterKey: Buffer.alloc(32), baseUrl: TEST_ORIGIN, clock: Date.now, log, onSignInLink, signOn };
      const settings = signInSettings(options);
      const plan = await getMigrations(settings);
      expect([plan.toBeCreated, plan.toBeAdded, plan.toBeAddedIndexes, plan.schemaProblems]).toEqual([[], [], [], []]);
    } finally {
      await pool.end();
    }
  });
});

test('a second factor is asked for once it is set up', async () => {
  await withApp(async (app, { db, owner }) => {
    const workspace = await makeWorkspace(db);
    const cookie = await makeSession(app, db, workspace.id, 'viewer');
    const enabled = await app.call('POST', '/api/auth/two-factor/enable', { as: cookie, body: { password: TEST_PASSWORD } });
    const uri = new URL(String(enabled.json()['totpURI']));
    expect(uri.searchParams.get('issuer')).toBe('Cordée');
    const secret = Buffer.from(base32(uri.searchParams.get('secret') ?? '')).toString();
    const code = await createOTP(secret).totp();
    expect((await app.call('POST', '/api/auth/two-factor/verify-totp', { as: cookie, body: { code } })).status).toBe(200);

    const [user] = await owner.query<{ email: string }>('select email from auth_user');
    const body = { email: user?.email, password: TEST_PASSWORD };
    const half = await app.call('POST', '/api/auth/sign-in/email', { body, headers: { origin: TEST_ORIGIN } });
    expect(half.json()).toMatchObject({ twoFactorRedirect: true });
    const cookies = ([half.headers['set-cookie'] ?? []].flat() as string[]).map((text) => text.split(';')[0]).join('; ');
    expect((await app.call('GET', '/api/v1/workspace', { as: cookies })).status).toBe(401);
    const [secretRow] = await owner.query<{ secret: string }>('select secret from auth_two_factor');
    expect(secretRow?.secret).not.toContain(secret);
  });
});

test('a passkey can be registered for the host of this server', async () => {
  await withApp(async (app, { db }) => {
    const workspace = await makeWorkspace(db);
    const cookie = await makeSession(app, db, workspace.id, 'viewer');
    const options = await app.call('GET', '/api/auth/passkey/generate-register-options', { as: cookie });
    expect(options.json()).toMatchObject({ rp: { id: 'localhost', name: 'Cordée' } });
  });
});

test('cookies of a session are HttpOnly and SameSite=Lax', async () => {
  await withApp(async (app, { db, owner }) => {
    const workspace = await makeWorkspace(db);
    await makeSession(app, db, workspace.id, 'viewer');
    const [user] = await owner.query<{ email: string }>('select email from auth_user');
    const body = { email: user?.email, password: TEST_PASSWORD };
    const answer = await app.call('POST', '/api/auth/sign-in/email', { body, headers: { origin: TEST_ORIGIN } });
    expect(String(answer.headers['set-cookie'])).toMatch(/cordee\.session_token=[^;]+;.*HttpOnly; SameSite=Lax/);
    await expect(signIn(app, user?.email ?? '', 'not the password')).rejects.toThrow('401');
  });
});

test('without the database, keys and sessions are told to come back', async () => {
  await withApp(async (app, { db }) => {
    const workspace = await makeWorkspace(db);
    const cookie = await makeSession(app, db, workspace.id, 'viewer');
    await db.close();
    for (const as of [workspace.keys.secretKey, cookie]) {
      const answer = await app.call('GET', '/api/v1/workspace', { as });
      expect([answer.status, answer.json()['code'], answer.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
    }
    expect((await app.call('GET', '/readyz')).json()).toEqual({ status: 'not_ready', reason: 'database' });
    expect((await app.call('GET', '/healthz')).status).toBe(200);
  }).catch((error: unknown) => {
    // The test has closed what the harness closes at its end.
    if (!String(error).includes('Called end on pool more than once')) throw error;
  });
});

function base32(text: string): Uint8Array {
  const digits = Array.from(text.replace(/=+$/, ''), (digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(digit));
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
