import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, freshDatabase } from '../../../test/database.ts';
import type { TestDatabase } from '../../../test/database.ts';
import { migrate, openDatabase, PlatformError, transaction } from '../db/index.ts';
import { enqueue } from '../jobs/index.ts';
import { backup, restore } from './index.ts';
import type { BackupOptions, RestoreOptions } from './index.ts';
import { withOwner } from './session.ts';
import { archivedTables, listTables, SHARED_TABLES } from './tables.store.ts';
import type { Scope } from './tables.store.ts';
import { writeArchive } from './write-archive.ts';

const NOW = Date.UTC(2026, 5, 15, 10);
const ALL: Scope = { kind: 'all' };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordee-archive-'));
  file = join(folder, 'all.tar.gz');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function place(name: string) {
  return { operator: undefined, dataFolder: join(folder, name) };
}

function save(database: TestDatabase, options: Partial<BackupOptions> = {}) {
  return backup({ url: database.url, file, secret: place('source'), now: NOW, ...options });
}

function load(url: string, options: Partial<RestoreOptions> = {}) {
  return restore({ url, file, secret: place('target'), now: NOW, ...options });
}

interface Company {
  readonly id: string;
  readonly slug: string;
}

/** A workspace with rows in tables of every kind: texts that need escaping, numbers past 2^53, arrays, bytes, json. */
async function company({ owner }: TestDatabase, slug: string, postings = 10): Promise<Company> {
  const id = randomUUID();
  const user = randomUUID();
  await owner.query(
    `insert into workspace (id, name, slug, country, currency, zone, language, customer_key, tracking_hosts, created_at)
     values ($1, $2, $3, 'FR', 'EUR', 'Europe/Paris', 'fr', '\\x00ff0a5c', '{go.example.com,"a,b"}', $4)`,
    [id, 'Tab\there, line\nthere, \\N, "é"', slug, new Date(NOW)],
  );
  await owner.query(`insert into auth_user (id, name, email, "emailVerified", "updatedAt") values ($1, 'U', $2, true, now())`, [
    user,
    `${slug}@example.com`,
  ]);
  await owner.query(
    `insert into auth_account (id, "accountId", "providerId", "userId", password, "updatedAt")
    values ($1, $1, 'credential', $1, 'hashed', now())`,
    [user],
  );
  await owner.query(
    `insert into auth_session (id, "expiresAt", token, "updatedAt", "userId") values ($1, now(), $1, now(), $1)`,
    [user],
  );
  await owner.query(`insert into membership values ($1, $2, 'owner', null, now())`, [id, user]);
  await owner.query(`insert into fact_head values ($1, 0, '\\x00', now(), 1)`, [id]);
  await owner.query(`insert into count_head values ($1, 0, '\\x00')`, [id]);
  await owner.query(
    `insert into posting select $1, s, 0, 'pending', 'payable', $2, 'EUR', 9007199254740993 + s, now(), null, null
      from generate_series(1, $3::int) s`,
    [id, randomUUID(), postings],
  );
  await owner.query(`insert into balance_snapshot values ($1, $1, 'EUR', 'paid', 1, 123456789012345678901234567890, 0)`, [id]);
  await owner.query(`insert into decision values ($1, 1, null, null, 'why\\tnot', '{"b" : 1,  "a": [ "x\\ny" ]}')`, [id]);
  return { id, slug };
}

async function addFact(client: Pick<TestDatabase['owner'], 'query'>, workspace: string, seq: number): Promise<void> {
  await client.query(
    `insert into fact_0 values ($1, $2::int8, 'sale', 'api', $2::int8::text, now(), now(), null, 'EUR', 100, null, '{}', null, '\\x01', decode(lpad(to_hex($2::int8), 16, '0'), 'hex'))`,
    [workspace, seq],
  );
  await client.query(
    `update fact_head set seq = $2::int8, hash = decode(lpad(to_hex($2::int8), 16, '0'), 'hex') where workspace_id = $1`,
    [workspace, seq],
  );
}

async function addClick(owner: Pick<TestDatabase['owner'], 'query'>, workspace: string, at: string): Promise<void> {
  const [month] = await owner.query<{ name: string }>('select cordee_ensure_click_month($1::date) as name', [at]);
  await owner.query(
    `insert into ${month?.name ?? ''} (workspace_id, id, at, program_id, enrollment_id, partner_id, link_id, path)
     values ($1, $2, $3, $1, $1, $1, $1, '/')`,
    [workspace, randomUUID(), at],
  );
}

/** Rows and a hash over them in order, for each table an archive of everything holds. */
async function contents(client: Client): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const { name, select } of await archivedTables(client, ALL)) {
    const sorted = `select t::text as line from (${select}) t order by t::text collate "C"`;
    const { rows } = await client.query(
      `select count(*)::int4 as rows, md5(string_agg(line, chr(10))) as hash from (${sorted}) s`,
    );
    found[name] = rows[0];
  }
  return found;
}

function contentsOf(url: string): Promise<Record<string, unknown>> {
  return withOwner(url, 'test', contents);
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('not refused'),
    (refused: unknown) => refused,
  );
  return error instanceof PlatformError ? error.code : String(error);
}

test('an archive made while facts keep coming holds one instant, comes back identical, and life goes on', async () => {
  await freshDatabase(async (source) => {
    const { id } = await company(source, 'acme', 40000);
    await addClick(source.owner, id, '2026-05-31T23:59:59.999Z');
    await addClick(source.owner, id, '2026-06-01T00:00:00Z');
    await transaction(source.db, (tx) => enqueue(tx, 'test.later', { workspaceId: id }, { key: 'k', runAt: NOW }));
    let seq = 0;
    const stop = new AbortController();
    const enough = Promise.withResolvers<void>();
    const writer = (async () => {
      while (!stop.signal.aborted) {
        seq += 1;
        await transaction(source.owner, (tx) => addFact(tx, id, seq));
        if (seq === 20) enough.resolve();
      }
    })();
    await Promise.race([enough.promise, writer]);
    const before = await withOwner(source.url, 'test', async (client) => {
      await client.query('begin transaction isolation level repeatable read read only');
      const found = await contents(client);
      const chunks: Buffer[] = [];
      const archive = writeArchive({ client, scope: ALL, now: NOW, secret: { text: null, fingerprint: null } });
      for await (const chunk of archive) chunks.push(chunk);
      writeFileSync(file, gzipSync(Buffer.concat(chunks)));
      return found;
    });
    const written = seq;
    stop.abort();
    await writer;
    expect(written).toBeGreaterThan(0);

    await emptyDatabase(async (url) => {
      const result = await load(url);
      expect(result.migrated).toEqual([]);
      const after = await contentsOf(url);
      expect(after).toEqual(before);
      expect(after['posting']).toMatchObject({ rows: 40000 });

      const owner = openDatabase({ url });
      try {
        const [head] = await owner.query<{ seq: bigint }>('select seq from fact_head');
        await transaction(owner, (tx) => addFact(tx, id, Number(head?.seq ?? 0n) + 1));
        await addClick(owner, id, '2026-06-02T00:00:00Z');
        await addClick(owner, id, '2027-01-02T00:00:00Z');
        const clicks = await owner.query<{ seq: bigint }>('select seq from click order by at');
        expect(clicks.map((click) => click.seq)).toEqual([1n, 2n, 3n, 4n]);
        const jobs = await owner.query(`select t.identifier, j.key, j.payload from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id`);
        expect(jobs).toEqual([{ identifier: 'test.later', key: 'k', payload: { workspaceId: id } }]);
      } finally {
        await owner.close();
      }
    });
  });
});

test('one workspace leaves alone, with its members but without sessions or the master key', async () => {
  await freshDatabase(async (source) => {
    const { id, slug } = await company(source, 'acme');
    await company(source, 'other');
    const sourceKey = place('source');
    writeKey(sourceKey.dataFolder, 'ab');
    expect(await refusal(save(source, { workspace: 'nobody' }))).toBe('unknown_workspace');
    const saved = await save(source, { workspace: slug });
    expect(saved.withSecret).toBe(false);
    await emptyDatabase(async (url) => {
      expect(await load(url)).toMatchObject({ scope: { kind: 'workspace', slug }, secret: 'lost' });
      const after = await contentsOf(url);
      expect(after['workspace']).toMatchObject({ rows: 1 });
      expect(after['posting']).toMatchObject({ rows: 10 });
      expect(after['auth_user']).toMatchObject({ rows: 1 });
      expect(after['auth_account']).toMatchObject({ rows: 1 });
      expect(after['auth_session']).toMatchObject({ rows: 0 });
      const strangers = await withOwner(url, 'test', (client) => client.query('select from workspace where id <> $1', [id]));
      expect(strangers.rows).toEqual([]);
    });
  });
});

function writeKey(dataFolder: string, byte: string): void {
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, 'secret'), byte.repeat(32));
}

test('the file is private, whole or absent, and replaces another only when told', async () => {
  await freshDatabase(async (source) => {
    await company(source, 'acme');
    await save(source);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await refusal(save(source))).toBe('archive_exists');
    await save(source, { force: true });
    expect(await refusal(save(source, { file: join(folder, 'missing', 'x.tar.gz') }))).toBe('archive_file_unusable');
    expect(readdirSync(folder)).toEqual(['all.tar.gz']);
  });
});

test('the master key travels with an archive of everything, and is recognised', async () => {
  await freshDatabase(async (source) => {
    await company(source, 'acme');
    writeKey(place('source').dataFolder, 'ab');
    expect((await save(source)).withSecret).toBe(true);
    await emptyDatabase(async (url) => {
      writeKey(place('target').dataFolder, 'cd');
      const elsewhere = { operator: 'another secret of an operator', dataFolder: join(folder, 'target') };
      expect(await refusal(load(url, { secret: elsewhere }))).toBe('archive_other_secret');
      await load(url);
      expect(readFileSync(join(folder, 'target', 'secret'), 'utf8')).toBe('ab'.repeat(32));
      expect(readFileSync(join(folder, 'target', `secret.before-restore-${NOW}`), 'utf8')).toBe('cd'.repeat(32));
    });
    const operator = { operator: 'the secret of the operator', dataFolder: join(folder, 'source') };
    expect((await save(source, { secret: operator, force: true })).withSecret).toBe(false);
    await emptyDatabase(async (url) => {
      expect(await refusal(load(url))).toBe('archive_other_secret');
      expect(await load(url, { withoutSecret: true })).toMatchObject({ secret: 'lost' });
    });
    await emptyDatabase(async (url) => {
      expect(await load(url, { secret: { ...operator, dataFolder: join(folder, 'target') } })).toMatchObject({ secret: 'kept' });
    });
  });
});

test('an archive that is cut off, changed or foreign is refused, and nothing is written', async () => {
  await freshDatabase(async (source) => {
    await company(source, 'acme');
    await save(source);
    const whole = readFileSync(file);
    const plain = gunzipSync(whole);
    const changed = Buffer.from(plain);
    const at = plain.indexOf('9007199254740999');
    changed[at] = '8'.charCodeAt(0);
    const renumbered = Buffer.from(plain.toString('latin1').replace('"version": 1,', '"version": 2,'), 'latin1');
    const cases: [string, Buffer][] = [
      ['archive_broken', whole.subarray(0, whole.length - 200)],
      ['archive_broken', whole.subarray(0, whole.length / 2)],
      ['archive_broken', gzipSync(plain.subarray(0, plain.length - 4096))],
      ['archive_broken', gzipSync(changed)],
      ['archive_newer', gzipSync(renumbered)],
      ['archive_foreign', Buffer.from('something else entirely')],
      ['archive_broken', gzipSync('something else entirely')],
    ];
    await emptyDatabase(async (url) => {
      for (const [code, bytes] of cases) {
        writeFileSync(file, bytes);
        expect(await refusal(load(url))).toBe(code);
      }
      rmSync(file);
      expect(await refusal(load(url))).toBe('archive_file_unusable');
      expect(await withOwner(url, 'test', listTables)).toEqual([]);
    });
  });
});

test('an archive of a schema this program does not know is refused', async () => {
  await freshDatabase(async (source) => {
    await company(source, 'acme');
    await source.owner.query(`insert into cordee_migration (name, checksum) values ('9999_future.sql', $1)`, ['0'.repeat(64)]);
    await save(source);
    await emptyDatabase(async (url) => expect(await refusal(load(url))).toBe('archive_newer'));
  });
});

test('an archive of an older schema comes back and is brought up to date', async () => {
  await emptyDatabase(async (old) => {
    await migrate({ url: old, through: '0010_auth.sql' });
    await withOwner(old, 'test', (client) =>
      client.query(
        `insert into auth_user (id, name, email, "emailVerified", "updatedAt") values ('u', 'U', 'u@example.com', true, now())`,
      ),
    );
    await backup({ url: old, file, secret: place('source'), now: NOW });
    await emptyDatabase(async (url) => {
      expect((await load(url)).migrated).toContain('0011_jobs.sql');
      expect(await contentsOf(url)).toMatchObject({ auth_user: { rows: 1 } });
    });
    // Data written under the older schema may need what newer migrations do to it.
    await freshDatabase(async ({ url }) => expect(await refusal(load(url))).toBe('database_newer_than_archive'));
  });
});

test('only an empty, stopped database is written to', async () => {
  await freshDatabase(async (source) => {
    await company(source, 'acme');
    await save(source);
    await freshDatabase(async (target) => {
      const running = openDatabase({ url: target.url });
      await running.query('select 1');
      expect(await refusal(load(target.url))).toBe('installation_running');
      await running.close();
      await load(target.url);
      expect(await refusal(load(target.url))).toBe('database_not_empty');
      expect(await contentsOf(target.url)).toEqual(await contentsOf(source.url));
    });
    await emptyDatabase(async (url) => {
      await withOwner(url, 'test', (client) => client.query('create table somebody_else (a int)'));
      expect(await refusal(load(url))).toBe('database_not_empty');
    });
  });
});

test('it is known of every table which rows belong to a workspace', async () => {
  await freshDatabase(async ({ url }) => {
    const tables = await withOwner(url, 'test', listTables);
    const unknown = tables.filter(({ name, columns }) => !columns.includes('workspace_id') && SHARED_TABLES[name] === undefined);
    expect(unknown).toEqual([]);
    expect(tables.map(({ name }) => name)).not.toContain('address_salt');
  });
});
