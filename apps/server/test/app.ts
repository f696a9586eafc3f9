import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role, Scope } from '@cordee/contract/route';
import { decodeId } from '@cordee/core/ids';
import { pino } from 'pino';
import { compose, type Composed } from '../src/compose.ts';
import type { Parts } from '../src/parts.ts';
import { addMember, createKey, openWorkspace, type FirstKeys } from '../src/modules/identity/index.ts';
import { systemClock, type Clock } from '../src/platform/clock/index.ts';
import type { Context } from '../src/platform/context.ts';
import { APPLICATION_ROLE, openPlainPool, transaction, withWorkspace, type Database } from '../src/platform/db/index.ts';
import { newUuid } from '../src/platform/uuid.ts';
import type { TestDatabase } from './database.ts';

export const TEST_ORIGIN = 'http://localhost:3000';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  // Tests look into answers freely; each is checked against its schema on the way out.
  readonly json: () => Record<string, unknown>;
}

export interface TestApp extends Composed {
  /** A request in this process; `as` is an API key, or the cookie of a session. */
  call(
    method: string,
    path: string,
    options?: { as?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>;
}

export interface AppOptions {
  readonly clock?: Clock;
  readonly outboundHosts?: readonly string[];
  readonly ratesUrl?: string;
  readonly viesUrl?: string;
  readonly mail?: Parts['mail'];
  readonly stripeUrl?: string;
  readonly seals?: Parts['seals'];
  /** One of its own unless a test seals and opens beside the application. */
  readonly masterKey?: Buffer;
}

/** The whole application over a test database, every answer compared with its schema. `close` it. */
export function startApp(database: TestDatabase, options: AppOptions = {}): TestApp {
  const pool = openPlainPool({ url: database.url, max: 2, role: APPLICATION_ROLE });
  const importFolder = join(tmpdir(), `cordee-imports-${randomBytes(6).toString('hex')}`);
  const exportFolder = join(importFolder, 'exports');
  const served = compose({
    db: database.db,
    pool,
    clock: options.clock ?? systemClock,
    log: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    baseUrl: TEST_ORIGIN,
    masterKey: options.masterKey ?? randomBytes(32),
    ...(options.stripeUrl === undefined ? {} : { stripeUrl: options.stripeUrl }),
    ...(options.seals === undefined ? {} : { seals: options.seals }),
    importFolder,
    exports: { url: database.url, folder: exportFolder, secret: { operator: undefined, dataFolder: importFolder } },
    outboundHosts: options.outboundHosts ?? [],
    ...(options.ratesUrl === undefined ? {} : { ratesUrl: options.ratesUrl }),
    // Nobody listens there: a test that asks brings its own.
    viesUrl: options.viesUrl ?? 'https://vies.invalid',
    ...(options.mail === undefined ? {} : { mail: options.mail }),
    version: 'test',
    rates: { default: 0, track: 0, auth: 0 },
    http: { checkAnswers: true },
  });
  return {
    ...served,
    async close() {
      await served.close();
      await pool.end();
      await rm(importFolder, { recursive: true, force: true });
    },
    async call(method, path, { as, body, headers = {} } = {}) {
      const answer = await served.fastify.inject({
        method,
        url: path,
        headers: { host: 'localhost:3000', ...credentials(as), ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      return {
        status: answer.statusCode,
        headers: answer.headers,
        text: answer.body,
        json: () => answer.json<Record<string, unknown>>(),
      };
    },
  };
}

function credentials(as: string | undefined): Record<string, string> {
  if (as === undefined) return {};
  return as.startsWith('sk_') || as.startsWith('pk_') ? { authorization: `Bearer ${as}` } : { cookie: as, origin: TEST_ORIGIN };
}

/** A context for calling verbs directly, as an all-powerful job unless another actor is given. */
export function contextFor(db: Database, workspaceId: string, changes: Partial<Context> = {}): Context {
  return {
    actor: { kind: 'system', job: 'test' },
    workspaceId,
    db,
    now: systemClock,
    language: 'en',
    requestId: 'test-request',
    ...changes,
  };
}

export interface TestWorkspace {
  readonly id: string;
  readonly keys: FirstKeys & { readonly secretKey: string };
}

/** A workspace of its own with an admin key: in euros, in Paris. */
export async function makeWorkspace(db: Database, name = 'Test'): Promise<TestWorkspace> {
  const input = { name, country: 'FR', currency: 'EUR', zone: 'Europe/Paris', language: 'fr' } as const;
  const { keys } = await transaction(db, (tx) => openWorkspace(tx, contextFor(db, ''), input, null));
  const id = decodeId('wsp', keys.workspaceId);
  if (id === null || keys.secretKey === null) throw new Error('a new workspace has an id and a key');
  return { id, keys: { ...keys, secretKey: keys.secretKey } };
}

/** A secret key of these scopes. */
export async function makeSecretKey(db: Database, workspaceId: string, scopes: readonly Scope[]): Promise<string> {
  const { secret } = await createKey(contextFor(db, workspaceId), { name: 'test', publishable: false, scopes });
  if (secret === null) throw new Error('a new key has a secret');
  return secret;
}

export const TEST_PASSWORD = 'four unrelated words';

/** A signed-in member; the cookie of the session. A partner is that one (a uuid), or a new one. */
export async function makeSession(
  app: TestApp,
  db: Database,
  workspaceId: string,
  role: Role,
  ownPartnerId?: string,
): Promise<string> {
  const email = `${role}-${randomBytes(4).toString('hex')}@example.com`;
  const partnerId = role === 'partner' ? (ownPartnerId ?? (await makePartnerRow(db, workspaceId))) : undefined;
  const settings = { baseUrl: TEST_ORIGIN, partnerExists: async () => true };
  const { invitationLink } = await addMember(contextFor(db, workspaceId), { email, name: role, role, partnerId }, settings);
  const token = new URL(invitationLink ?? '').searchParams.get('token');
  await app.call('POST', '/api/v1/invitation', { body: { token, password: TEST_PASSWORD } });
  return signIn(app, email, TEST_PASSWORD);
}

export async function signIn(app: TestApp, email: string, password: string): Promise<string> {
  const answer = await app.call('POST', '/api/auth/sign-in/email', {
    body: { email, password },
    headers: { origin: TEST_ORIGIN },
  });
  const cookies = [answer.headers['set-cookie'] ?? []].flat() as string[];
  if (answer.status !== 200 || cookies.length === 0) throw new Error(`sign-in failed: ${answer.status} ${answer.text}`);
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

async function makePartnerRow(db: Database, workspaceId: string): Promise<string> {
  const id = newUuid(systemClock());
  await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    await tx.query(
      `insert into partner (workspace_id, id, name, kind, language, created_at) values ($1, $2, 'Test', 'affiliate', 'fr', now())`,
      [workspaceId, id],
    );
  });
  return id;
}
