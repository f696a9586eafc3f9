import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { emptyDatabase } from '../../../test/database.ts';
import { migrate, openDatabase } from './index.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(inject('postgres').home, 'migrations-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe('migrate', () => {
  it('applies the files in order, once', async () => {
    await emptyDatabase(async (url) => {
      write('0002_second.sql', 'insert into one values (2);');
      write('0001_first.sql', 'create table one (number int); insert into one values (1);');
      expect(await migrate({ url, folder })).toEqual({ applied: ['0001_first.sql', '0002_second.sql'] });
      expect(await migrate({ url, folder })).toEqual({ applied: [] });
      write('0003_third.sql', 'insert into one values (3);');
      expect(await migrate({ url, folder })).toEqual({ applied: ['0003_third.sql'] });
      expect(await ask(url, 'select number from one order by number')).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
    });
  });

  it('keeps nothing of a file that fails, and says where it failed', async () => {
    await emptyDatabase(async (url) => {
      write('0001_first.sql', 'create table one (number int);\ninsert into one values (1);\nselect nothing;\n');
      await expect(migrate({ url, folder })).rejects.toMatchObject({
        code: 'migration_failed',
        detail: expect.stringContaining('0001_first.sql:3: column "nothing" does not exist'),
      });
      expect(await ask(url, `select to_regclass('one') as found`)).toEqual([{ found: null }]);
      expect(await ask(url, 'select name from cordee_migration')).toEqual([]);
    });
  });

  it('refuses a file changed after it was applied, but not its line endings', async () => {
    await emptyDatabase(async (url) => {
      write('0001_first.sql', 'create table one\n(number int);');
      await migrate({ url, folder });
      write('0001_first.sql', 'create table one\r\n(number int);');
      expect(await migrate({ url, folder })).toEqual({ applied: [] });
      write('0001_first.sql', 'create table one (number bigint);');
      await expect(migrate({ url, folder })).rejects.toMatchObject({ code: 'migration_changed' });
    });
  });

  it('refuses a missing file, a newer database, a late number and a bad name', async () => {
    await emptyDatabase(async (url) => {
      write('0001_first.sql', 'select 1;');
      write('0003_third.sql', 'select 1;');
      await migrate({ url, folder });
      write('0002_second.sql', 'select 1;');
      await expect(migrate({ url, folder })).rejects.toMatchObject({ code: 'migration_out_of_order' });
      rmSync(join(folder, '0002_second.sql'));
      rmSync(join(folder, '0001_first.sql'));
      await expect(migrate({ url, folder })).rejects.toMatchObject({ code: 'migration_missing' });
      write('0001_first.sql', 'select 1;');
      rmSync(join(folder, '0003_third.sql'));
      await expect(migrate({ url, folder })).rejects.toMatchObject({ code: 'database_newer_than_program' });
      write('0001_again.sql', 'select 1;');
      await expect(migrate({ url, folder })).rejects.toMatchObject({ code: 'migration_misnamed' });
    });
  });

  it('lets several processes migrate one database at once', async () => {
    await emptyDatabase(async (url) => {
      write('0001_first.sql', 'create table one (number int); insert into one values (1);');
      const results = await Promise.all([1, 2, 3, 4].map(() => migrate({ url, folder })));
      expect(results.flatMap(({ applied }) => applied)).toEqual(['0001_first.sql']);
      expect(await ask(url, 'select number from one')).toEqual([{ number: 1 }]);
    });
  });

  it('works for a login that is no superuser and was granted the role by one', async () => {
    await emptyDatabase(async (url) => {
      const database = new URL(url).pathname.slice(1);
      const login = `${database}_login`;
      await ask(url, `create role ${login} login createrole password 'x'`);
      try {
        await ask(url, `grant cordee_app to ${login} with admin option`);
        await ask(url, `alter database ${database} owner to ${login}`);
        const asLogin = new URL(url);
        asLogin.username = login;
        asLogin.password = 'x';
        await migrate({ url: asLogin.href });
        const db = openDatabase({ url: asLogin.href, role: 'cordee_app' });
        expect(await db.query('select current_user::text as name')).toEqual([{ name: 'cordee_app' }]);
        await db.close();
      } finally {
        await ask(url, `alter database ${database} owner to cordee`);
        await ask(url, `drop owned by ${login} cascade`);
        await ask(url, `drop role ${login}`);
      }
    });
  });

  it('creates the role once when two databases are migrated at once', async () => {
    await emptyDatabase((first) =>
      emptyDatabase(async (second) => {
        const [left, right] = await Promise.all([migrate({ url: first }), migrate({ url: second })]);
        expect(left.applied).toEqual(right.applied);
        expect(left.applied[0]).toBe('0001_roles.sql');
      }),
    );
  });

  it('reports a server that is away as such', async () => {
    await expect(migrate({ url: 'postgres://x:x@127.0.0.1:1/x', folder })).rejects.toMatchObject({
      code: 'database_unavailable',
    });
  });
});
