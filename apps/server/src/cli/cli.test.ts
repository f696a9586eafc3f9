import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, freshDatabase } from '../../test/database.ts';
import type { TestDatabase } from '../../test/database.ts';
import { openWorkspace } from '../modules/identity/index.ts';
import { migrate, transaction } from '../platform/db/index.ts';
import { commands } from './commands.ts';
import { runCli } from './run-cli.ts';

const NOW = Date.UTC(2026, 5, 15, 10);

let folder: string;
let now: number;
beforeEach(() => {
  now = NOW;
  folder = mkdtempSync(join(tmpdir(), 'cordee-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly json: unknown;
}

async function say(url: string | null, ...words: string[]): Promise<Said> {
  let out = '';
  let err = '';
  const env = { CORDEE_DATA: folder, ...(url === null ? {} : { DATABASE_URL: url }) };
  const code = await runCli(commands, words, {
    stdout: { write: (text) => void (out += text) },
    stderr: { write: (text) => void (err += text) },
    env,
    clock: () => (now += 1),
  });
  return { code, out, err, json: words.includes('--json') ? JSON.parse(out) : null };
}

async function addWorkspace({ db }: TestDatabase, slug: string): Promise<void> {
  const place = { name: slug, slug, country: 'FR', currency: 'EUR', zone: 'Europe/Paris', language: 'fr' } as const;
  const actor = { kind: 'system', job: 'test' } as const;
  await transaction(db, (tx) => openWorkspace(tx, { now: () => NOW, requestId: 'test', actor }, place, null));
}

test('users are added, listed, and given a new link; each write is in the audit trail', async () => {
  await freshDatabase(async (database) => {
    const { url } = database;
    await addWorkspace(database, 'acme');
    const created = await say(url, 'user', 'create', 'Claire@Example.com', '--name', 'Claire Martin', '--role', 'manager');
    expect(created).toMatchObject({ code: 0, err: '' });
    expect(created.out).toMatch(/claire@example\.com is now manager.*\nhttp:\/\/localhost:3000\/invitation\?token=\S+\n$/s);
    const again = await say(url, 'user', 'create', 'claire@example.com', '--name', 'Claire', '--role', 'viewer', '--lang', 'fr');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('Cela existe déjà.');
    expect((await say(url, 'user', 'list')).out).toMatch(/claire@example\.com +Claire Martin +manager/);
    const renewed = await say(url, 'user', 'reset-link', 'claire@example.com', '--json');
    expect(renewed.json).toMatchObject({ email: 'claire@example.com' });
    expect((await say(url, 'user', 'reset-link', 'nobody@example.com')).code).toBe(1);
    const audit = await database.owner.query(
      `select action, actor ->> 'job' as job from audit where action like 'member%' order by id`,
    );
    expect(audit).toEqual([
      { action: 'member.added', job: 'cordee user create' },
      { action: 'member.link_renewed', job: 'cordee user reset-link' },
    ]);
  });
});

test('a user of role partner belongs to a partner that exists', async () => {
  await freshDatabase(async (database) => {
    await addWorkspace(database, 'acme');
    const words = ['user', 'create', 'p@example.com', '--name', 'P', '--role'];
    expect((await say(database.url, ...words, 'partner')).code).toBe(2);
    expect((await say(database.url, ...words, 'viewer', '--partner', 'prt_01h455vb4pex5vsknk084sn02q')).code).toBe(2);
    const unknown = await say(database.url, ...words, 'partner', '--partner', 'prt_01h455vb4pex5vsknk084sn02q', '--json');
    expect(unknown).toMatchObject({ code: 1, json: { error: { code: 'unknown_reference' } } });
  });
});

test('keys are made, listed and ended', async () => {
  await freshDatabase(async (database) => {
    const { url } = database;
    await addWorkspace(database, 'acme');
    expect((await say(url, 'key', 'create', 'Nothing')).code).toBe(2);
    expect((await say(url, 'key', 'create', 'Bad', '--origin', 'shop.example.com')).code).toBe(2);
    const made = await say(url, 'key', 'create', 'Shop', '--scope', 'track', '--scope', 'read', '--json');
    const { id, secret } = made.json as { id: string; secret: string };
    expect(secret).toMatch(/^sk_/);
    expect((await say(url, 'key', 'create', 'Page', '--origin', 'https://shop.example.com')).out).toMatch(/^pk_/);
    const listed = await say(url, 'key', 'list', '--json');
    expect(listed.json).toMatchObject([{ name: 'Page' }, { name: 'Shop', scopes: ['read', 'track'], revokedAt: null }, {}, {}]);
    expect(listed.out).not.toContain(secret);
    expect((await say(url, 'key', 'revoke', id)).code).toBe(0);
    expect((await say(url, 'key', 'revoke', 'key_nothing')).code).toBe(1);
    expect((await say(url, 'key', 'list')).out).toMatch(/Shop .*2026-06-15T10:00:00/);
  });
});

test('among several workspaces one must be named', async () => {
  await freshDatabase(async (database) => {
    expect((await say(database.url, 'user', 'list')).err).toContain('There is no workspace yet.');
    await addWorkspace(database, 'acme');
    await addWorkspace(database, 'other');
    const asked = await say(database.url, 'user', 'list');
    expect(asked.code).toBe(1);
    expect(asked.err).toContain('acme, other');
    expect((await say(database.url, 'user', 'list', '--workspace', 'other')).code).toBe(0);
    expect((await say(database.url, 'user', 'list', '--workspace', 'none')).code).toBe(1);
  });
});

test('a statement is read by people, spreadsheets and programs', async () => {
  await freshDatabase(async (database) => {
    const { url, owner } = database;
    await addWorkspace(database, 'acme');
    await owner.query(
      `insert into partner (workspace_id, id, name, kind, language, created_at)
       select id, '0110c853-1d09-52d8-d73e-1194e95b5f19', $1, 'affiliate', 'fr', now() from workspace`,
      ['Refuge \u001B[31mdu Col'],
    );
    const words = [
      'statement',
      'prt_0123456789abcdefghjkmnpqrs',
      '--from',
      '2026-01-01',
      '--to',
      '2026-02-01',
      '--currency',
      'EUR',
    ];
    const table = await say(url, ...words, '--lang', 'fr');
    expect(table).toMatchObject({ code: 0, err: '' });
    expect(table.out).toMatch(/^Refuge \uFFFD\[31mdu Col\ndate .*\n2026-01-01 +solde initial .* 0,00\n2026-01-31 +solde final/);
    expect((await say(url, ...words, '--csv')).out).toMatch(/^\uFEFFdate,movement/);
    expect((await say(url, ...words, '--json')).json).toMatchObject({
      from: '2025-12-31T23:00:00.000Z',
      currencies: [{ currency: 'EUR' }],
    });
    expect((await say(url, 'statement', 'prt_x', '--from', '2026-01-01', '--to', '2026-02-01')).code).toBe(2);
    expect((await say(url, ...words.slice(0, 4), '--to', '2026-02-30')).code).toBe(2);
  });
});

test('a month is closed, and its statements are written as files', async () => {
  await freshDatabase(async (database) => {
    const { url, owner } = database;
    await addWorkspace(database, 'acme');
    const closed = await say(url, 'close', '2026-05', '--json');
    expect(closed).toMatchObject({ code: 0, json: { period: '2026-05', state: 'closed', statements: 0 } });
    expect((await say(url, 'close', '2026-05', '--lang', 'fr')).out).toMatch(
      /^2026-05 est clos : 0 relevés\.\nChaîne des livres : 0{64}\n$/,
    );
    expect((await say(url, 'close', '2026-06')).err).toContain('not over');
    expect((await say(url, 'close', '2026-13')).code).toBe(2);
    await owner.query(
      `insert into partner (workspace_id, id, name, kind, language, created_at)
       select id, '0110c853-1d09-52d8-d73e-1194e95b5f19', 'Le Refuge', 'affiliate', 'fr', now() from workspace`,
    );
    await owner.query(
      `insert into statement (workspace_id, id, month, partner_id, currency, number, partner_name, opening_pending, opening_payable,
         opening_in_payout, opening_paid, closing_pending, closing_payable, closing_in_payout, closing_paid, movements, late)
       select id, '0110c853-1d09-52d8-d73e-1194e95b5f20', '2026-05', '0110c853-1d09-52d8-d73e-1194e95b5f19', 'EUR', 1, 'Le Refuge',
         0, 1250, 0, 0, 0, 1250, 0, 0, 0, 0 from workspace`,
    );
    const files = join(folder, 'statements');
    const listed = await say(url, 'statements', '2026-05', '--folder', files, '--lang', 'fr');
    expect(listed.out).toMatch(/2026-05-0001 +Le Refuge +12,50 € +0,00 € +stm_/);
    expect(readFileSync(join(files, 'releve-2026-05-0001.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

test('a backup is written and restored, from one terminal to another', async () => {
  await freshDatabase(async (database) => {
    await addWorkspace(database, 'acme');
    const file = join(folder, 'all.tar.gz');
    const saved = await say(database.url, 'backup', file, '--json');
    expect(saved).toMatchObject({ code: 0, json: { file, withSecret: false } });
    expect(saved.err).toContain('keep it where only you can read it');
    expect((await say(database.url, 'backup', file)).code).toBe(1);
    await emptyDatabase(async (url) => {
      const back = await say(url, 'restore', file);
      expect(back.code).toBe(0);
      expect(back.out).toContain('Every checksum held.');
      expect((await say(url, 'key', 'list', '--json')).json).toHaveLength(2);
    });
  });
});

test('a database that is not up to date, away, or not there is refused with what to do', async () => {
  await emptyDatabase(async (url) => {
    await migrate({ url, through: '0007_rights.sql' });
    const outdated = await say(url, 'user', 'list');
    expect(outdated.code).toBe(1);
    expect(outdated.err).toContain('npm start');
  });
  expect((await say('postgres://127.0.0.1:1/none', 'user', 'list')).err).toContain('cannot be reached');
  expect((await say(null, 'user', 'list')).err).toContain(`There is no Cordée in ${folder}`);
  expect((await say(null, 'backup', join(folder, 'x'))).code).toBe(1);
});
