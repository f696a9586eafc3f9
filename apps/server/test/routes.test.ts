import type { Route } from '@cordee/contract/route';
import { routes } from '@cordee/contract/routes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { APPLICATION_ROLE } from '../src/platform/db/index.ts';
import { contextFor, makeSecretKey, makeSession, makeWorkspace, startApp, type TestApp, type TestWorkspace } from './app.ts';
import { makeFixtures } from './route-fixtures.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { callerKinds, callerName, callOf, shouldPass, type CallerKind } from './route-calls.ts';

const SHOP = 'https://shop.example';

let app: TestApp;
let workspace: TestWorkspace;
let stranger: TestWorkspace;
let fixtures: Record<string, string>;
const credentials = new Map<string, string>();
let finish: () => void;
let ended: Promise<void>;

beforeAll(async () => {
  const ready = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  finish = over.resolve;
  ended = freshDatabase(async (database) => {
    app = startApp(database);
    await app.track({ url: database.url, role: APPLICATION_ROLE });
    await prepare(database);
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

async function prepare({ db }: TestDatabase): Promise<void> {
  workspace = await makeWorkspace(db, 'Ours');
  stranger = await makeWorkspace(db, 'Theirs');
  for (const caller of callerKinds) {
    const credential = await credentialOf(db, caller);
    if (credential !== null) credentials.set(callerName(caller), credential);
  }
  fixtures = await makeFixtures(app, db, workspace);
}

async function credentialOf(db: TestDatabase['db'], caller: CallerKind): Promise<string | null> {
  if (caller.kind === 'nobody') return null;
  if (caller.kind === 'session') return makeSession(app, db, workspace.id, caller.role);
  if (caller.kind === 'key') return makeSecretKey(db, workspace.id, [caller.scope]);
  const input = { publishable: true, name: 'Pages', origins: [SHOP] } as const;
  return (await createKey(contextFor(db, workspace.id), input)).secret;
}

async function call(route: Route, as: string | undefined) {
  const { path, body, headers } = callOf(route, fixtures);
  const isSession = as !== undefined && !as.startsWith('sk_') && !as.startsWith('pk_');
  return app.call(route.method, path, {
    ...(as === undefined ? {} : { as }),
    ...(body === undefined ? {} : { body }),
    headers: {
      ...headers,
      ...(isSession ? { 'cordee-workspace': workspace.keys.workspaceId } : {}),
      ...(as?.startsWith('pk_') === true ? { origin: SHOP } : {}),
    },
  });
}

test('every route of the contract is served, and no other', () => {
  expect(app.api.routes.map(({ id }) => id).toSorted()).toEqual(routes.map(({ id }) => id).toSorted());
});

describe.each(routes.map((route) => [route.id, route] as const))('%s', (_id, route) => {
  test('nothing of one workspace is reached from another', async () => {
    const answer = await call(route, stranger.keys.secretKey);
    expect(answer.status, answer.text).toBeLessThan(500);
    for (const id of Object.values(fixtures)) if (answer.status < 400) expect(answer.text).not.toContain(id);
    if (callOf(route, fixtures).usesFixtures && !('public' in route.access))
      expect(answer.status, answer.text).toBeOneOf([403, 404]);
  });

  test.each(callerKinds.map((caller) => [callerName(caller), caller] as const))('%s', async (name, caller) => {
    const answer = await call(route, credentials.get(name));
    expect(answer.status, answer.text).toBeLessThan(500);
    if (!shouldPass(route.access, caller)) expect(answer.status, answer.text).toBe(caller.kind === 'nobody' ? 401 : 403);
    // Past the door a partner may still be refused what is not its own.
    else if (caller.kind === 'session' && caller.role === 'partner') expect(answer.status, answer.text).not.toBe(401);
    else expect(answer.status, answer.text).not.toBeOneOf([401, 403]);
  });
});
