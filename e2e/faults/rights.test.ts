import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorkspace, startApp, type TestApp, type TestWorkspace } from '../../apps/server/test/app.ts';
import { freshDatabase, type TestDatabase } from '../../apps/server/test/database.ts';
import { makeFixtures } from '../../apps/server/test/route-fixtures.ts';
import { APPLICATION_ROLE, transaction, withWorkspace } from '../../apps/server/src/platform/db/index.ts';
import { inWorkspace } from './books.ts';

let database: TestDatabase;
let app: TestApp;
let ours: TestWorkspace;
let theirs: TestWorkspace;
let finish: () => void;
let ended: Promise<void>;

beforeAll(async () => {
  const ready = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  finish = over.resolve;
  ended = freshDatabase(async (fresh) => {
    database = fresh;
    app = startApp(fresh);
    await app.track({ url: fresh.url, role: APPLICATION_ROLE });
    ours = await makeWorkspace(fresh.db, 'Ours');
    theirs = await makeWorkspace(fresh.db, 'Theirs');
    await makeFixtures(app, fresh.db, ours);
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

const DENIED = '42501';

async function codeOf(statement: string): Promise<string> {
  try {
    await inWorkspace(database.db, ours.id, (tx) => tx.query(statement, [ours.id]));
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

describe('the application itself cannot rewrite the past', () => {
  const final = [
    'fact',
    'decision',
    'posting',
    'ledger_transaction',
    'reversal',
    'audit',
    'partner_history',
    'enrollment_state',
    'code_owner',
  ];
  test.each(final)('%s: no update, no delete, no truncate, by no way', async (table) => {
    expect(await codeOf(`update ${table} set workspace_id = workspace_id where workspace_id = $1`)).toBe(DENIED);
    expect(await codeOf(`delete from ${table} where workspace_id = $1`)).toBe(DENIED);
    expect(await codeOf(`truncate ${table}`.concat(' -- $1'))).not.toBe('done');
    const [part] = await database.owner.query<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = $1::regclass`,
      [table],
    );
    if (part === undefined) return;
    for (const statement of [`update ${part.name} set workspace_id = $1`, `delete from ${part.name} where workspace_id = $1`])
      expect(await codeOf(statement)).toBe(DENIED);
    // The part has no row-level security: it may be filled, never read.
    expect(await codeOf(`select from ${part.name} where workspace_id = $1`)).toBe(DENIED);
  });

  test('commission: only where it stands may change, never what was earned, by whom, under which terms', async () => {
    const columns = await database.owner.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'commission'::regclass and attnum > 0 and not attisdropped`,
    );
    const changeable = [];
    for (const { name } of columns) {
      const code = await codeOf(`update commission set ${name} = ${name} where workspace_id = $1`);
      if (code === 'done') changeable.push(name);
      else expect(code, name).toBe(DENIED);
    }
    expect(changeable.toSorted()).toEqual(['blocks', 'payout_seq', 'reversed', 'settled_in', 'status']);
    expect(await codeOf('delete from commission where workspace_id = $1')).toBe(DENIED);
  });

  test('a published plan version', async () => {
    const rows = await inWorkspace(database.db, ours.id, (tx) =>
      tx.query('update plan_version set document = document where workspace_id = $1 and published_at is not null returning id', [
        ours.id,
      ]),
    );
    expect(rows).toEqual([]);
  });

  test('the tables themselves', async () => {
    for (const statement of [
      'drop table fact',
      'alter table fact disable row level security',
      'alter table fact add column x int',
    ])
      expect(await codeOf(`${statement} -- $1`)).not.toBe('done');
  });
});

describe('another workspace', () => {
  test('every table of tenants is guarded, and none lets rows of others be seen, whatever the query asks', async () => {
    const tables = await database.owner.query<{ name: string; guarded: boolean; partition: boolean; readable: boolean }>(
      `select c.relname as name, c.relrowsecurity as guarded, c.relispartition as partition,
              has_table_privilege('cordee_app', c.oid, 'select') as readable
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
    );
    expect(tables.length).toBeGreaterThan(30);
    expect(tables.filter(({ guarded, readable }) => readable && !guarded).map(({ name }) => name)).toEqual([]);
    const filled = [];
    for (const { name } of tables.filter(({ readable }) => readable)) {
      const count = (workspaceId: string) =>
        inWorkspace(database.db, workspaceId, (tx) =>
          tx.query<{ rows: bigint }>(`select count(*) as rows from ${name} where workspace_id = $1`, [ours.id]),
        );
      const [[own], [foreign]] = await Promise.all([count(ours.id), count(theirs.id)]);
      if ((own?.rows ?? 0n) > 0n) filled.push(name);
      expect(foreign?.rows, name).toBe(0n);
      const unscoped = await transaction(database.db, (tx) => tx.query<{ rows: bigint }>(`select count(*) as rows from ${name}`));
      expect(unscoped[0]?.rows, `${name} without a workspace`).toBe(0n);
    }
    // Otherwise the above would say nothing.
    expect(filled).toEqual(
      expect.arrayContaining(['fact', 'commission', 'posting', 'decision', 'partner', 'plan_version', 'audit']),
    );
  });

  test('cannot be written to either', async () => {
    const insert = `insert into partner (workspace_id, id, name, kind, language, created_at)
      values ($1, gen_random_uuid(), 'Intruder', 'affiliate', 'fr', now())`;
    const attempt = transaction(database.db, async (tx) => {
      await withWorkspace(tx, theirs.id);
      await tx.query(insert, [ours.id]);
    });
    await expect(attempt).rejects.toMatchObject({ code: DENIED });
  });
});
