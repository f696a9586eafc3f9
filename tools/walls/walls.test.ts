import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadArchitecture } from './architecture.ts';
import { inspect } from './inspect.ts';
import { bringTools, inPlantedTree } from './planted-tree.ts';
import { check } from './rules.ts';

const modules = 'apps/server/src/modules';

/** What is found in the clean tree with these files planted, as `file:line rule`. */
function found(planted: Readonly<Record<string, string | null>>): string[] {
  return inPlantedTree(planted, (root) => inspect(root).violations.map(({ file, line, rule }) => `${file}:${line} ${rule}`));
}

test('a clean tree passes', () => {
  expect(found({})).toEqual([]);
});

describe('a planted fault is found', () => {
  const faults: [string, string, string, string][] = [
    ['core imports Node', 'packages/core/src/money/money.ts', "\nimport 'node:fs';", '2 room'],
    ['core imports a package', 'packages/core/src/money/money.ts', "import 'zod';", '1 room'],
    ['core imports the contract', 'packages/core/src/money/money.ts', "import '@cordee/contract/partner';", '1 room'],
    [
      'a test of core imports the server',
      'packages/core/src/money/money.test.ts',
      "import '../../../../apps/server/src/main.ts';",
      '1 room',
    ],
    ['the contract imports Fastify', 'packages/contract/src/partner.ts', "import type { A } from 'fastify';", '1 room'],
    [
      'the tracker imports values of the contract',
      'packages/tracker/src/tracker.ts',
      "import { a } from '@cordee/contract/partner';",
      '1 room',
    ],
    ['the tracker imports core', 'packages/tracker/src/tracker.ts', "import type { A } from '@cordee/core/money';", '1 room'],
    [
      'the platform imports a module',
      'apps/server/src/platform/db/index.ts',
      "export * from '../../modules/fact/index.ts';",
      '1 room',
    ],
    ['a module imports an entry point', `${modules}/fact/other.ts`, "import '../../main.ts';", '1 room'],
    ['the server imports the screens', 'apps/server/src/cli.ts', "import '../../web/app.ts';", '1 room'],
    ['the inside of another module', `${modules}/partner/other.ts`, "import '../fact/fact.store.ts';", '1 face'],
    ['the inside of a module, from an entry point', 'apps/server/src/cli.ts', "import './modules/fact/fact.store.ts';", '1 face'],
    ['the inside of another module, from a test', `${modules}/partner/x.test.ts`, "import '../fact/fact.store.ts';", '1 face'],
    [
      'a module that may not be called',
      `${modules}/fact/other.ts`,
      "import type { A } from '../partner/index.ts';",
      '1 module table',
    ],
    ['a module that is not in the table', `${modules}/surprise/other.ts`, '', '1 module table'],
    ['a store above itself', `${modules}/fact/fact.store.ts`, "import './verbs/append.ts';", '1 file kind'],
    ['a verb with SQL', `${modules}/partner/verbs/other.ts`, "import { sql } from 'kysely';", '1 file kind'],
    ['a query that answers HTTP', `${modules}/partner/queries/other.ts`, "import { fastify } from 'fastify';", '1 file kind'],
    ['a route with a store', `${modules}/fact/fact.routes.ts`, "import type { A } from './fact.store.ts';", '1 file kind'],
    ['a job with the database', `${modules}/fact/fact.jobs.ts`, "import type { Kysely } from 'kysely';", '1 file kind'],
    ['a policy that looks something up', `${modules}/fact/fact.policy.ts`, "import './fact.store.ts';", '1 file kind'],
    ['another file with the driver', `${modules}/fact/other.ts`, "import { Pool } from 'pg';", '1 file kind'],
    ['a type taken in passing', `${modules}/fact/other.ts`, "type A = import('../partner/index.ts').A;", '1 module table'],
    ['an import on the way', 'packages/core/src/money/money.ts', "await import('node:fs');", '1 room'],
    ['an import nobody can follow', 'packages/core/src/money/money.ts', 'await import(String(1));', '1 sight'],
    ['an import that leads nowhere', 'packages/core/src/money/money.ts', "import './away.ts';", '1 sight'],
    ['an export that does not exist', `${modules}/fact/other.ts`, "import '@cordee/core/away';", '1 sight'],
    ['a file that cannot be parsed', 'packages/core/src/money/money.ts', 'const = 1;', '1 sight'],
    ['a banned name', 'packages/core/src/money/money-utils.ts', '', '1 name'],
    ['a banned folder', `${modules}/fact/helpers/a.ts`, '', '1 name'],
    ['another case', 'packages/core/src/money/MoneyBag.ts', '', '1 name'],
    ['a feature with another', 'apps/web/src/features/partner/a.tsx', "import '../fact/b.ts';", '1 part'],
    ['a layer above', 'apps/web/src/ui/a.tsx', "import type { B } from '../features/fact/b.ts';", '1 layer'],
    ['the screens import the server', 'apps/web/src/ui/a.tsx', "import '../../../server/src/main.ts';", '1 room'],
    [
      'a wide face',
      `${modules}/fact/index.ts`,
      Array.from({ length: 31 }, (_, at) => `export const a${at} = 1;`).join(''),
      '1 face size',
    ],
  ];
  test.each(faults)('%s', (_, file, text, expected) => {
    const away = { 'apps/web/app.ts': '', [`${modules}/fact/verbs/append.ts`]: '' };
    expect(found({ ...away, [file]: text })).toContain(`${file}:${expected}`);
  });

  test('a circle of types', () => {
    const planted = { 'packages/core/src/money/money.ts': "import type { A } from './rate.ts';\nexport type B = A;\n" };
    const rate = "import type { B } from './money.ts';\nexport type A = B;\n";
    expect(found({ ...planted, 'packages/core/src/money/rate.ts': rate })).toEqual(['packages/core/src/money/rate.ts:1 cycle']);
  });

  test('a picture that is not that of the table', () => {
    expect(found({ 'ARCHITECTURE.md': '# Something else\n' })).toEqual(['ARCHITECTURE.md:1 diagram']);
  });
});

describe('the table', () => {
  const loaded = loadArchitecture(join(import.meta.dirname, '../..'));
  const architecture = { ...loaded, exceptions: [], sql: { ...loaded.sql, exceptions: [] } };
  const changed = (mayCall: string[]) =>
    JSON.stringify({
      ...architecture,
      exceptions: [],
      modules: { fact: { is: '', mayCall }, partner: { is: '', mayCall: ['fact'] } },
    });

  test('may not let modules call each other in a circle', () => {
    expect(found({ 'architecture.json': changed(['partner']) })).toContain('architecture.json:1 module table');
  });

  test('may not name a module that does not exist', () => {
    expect(found({ 'architecture.json': changed(['nobody']) })).toEqual(['architecture.json:1 module table']);
  });

  test('may keep no exception that nothing needs', () => {
    const exceptions = [{ rule: 'face', file: 'apps/server/src/main.ts', because: 'it was so' }];
    expect(found({ 'architecture.json': JSON.stringify({ ...architecture, exceptions }) })).toEqual([
      'architecture.json:1 exceptions',
    ]);
  });

  test('may keep no exception for SQL in a file that is gone', () => {
    const sql = { ...architecture.sql, exceptions: [{ file: 'apps/server/src/gone.ts', because: 'soon' }] };
    expect(found({ 'architecture.json': JSON.stringify({ ...architecture, sql }) })).toEqual(['architecture.json:1 exceptions']);
  });

  test('excuses what it lists', () => {
    const file = `${modules}/fact/other.ts`;
    const exceptions = [{ rule: 'file kind', file, because: 'it moves next week' }];
    const planted = {
      'architecture.json': JSON.stringify({ ...architecture, exceptions }),
      [file]: "import { Pool } from 'pg';",
    };
    expect(found(planted)).toEqual([]);
  });
});

describe('a check that does not see cannot pass', () => {
  const loaded = loadArchitecture(join(import.meta.dirname, '../..'));
  const architecture = { ...loaded, exceptions: [], sql: { ...loaded.sql, exceptions: [] } };

  test('fewer files than git lists', () => {
    const rules = check(architecture, [], 3).map(({ rule }) => rule);
    expect(rules).toEqual(['sight']);
  });

  test('no file at all', () => {
    const rules = check(architecture, [], 0).map(({ rule }) => rule);
    expect(rules).toEqual(['sight']);
  });

  test('files that are tracked, new, ignored and deleted', () => {
    const planted = { '.gitignore': 'dist/\n', 'dist/skipped.ts': '', 'packages/core/src/gone.ts': '' };
    const files = inPlantedTree(planted, (root) => {
      const before = inspect(root).files;
      execFileSync('git', ['add', '--all'], { cwd: root });
      rmSync(join(root, 'packages/core/src/gone.ts'));
      return [before, inspect(root).files];
    });
    expect(files[0]).toBe((files[1] ?? 0) + 1);
  });
});

test('the command prints each violation with its place and its reason, and fails', () => {
  const [status, output] = inPlantedTree({ 'packages/core/src/money/money.ts': "import 'node:fs';" }, (root) => {
    bringTools(root);
    const { status: code, stdout } = spawnSync(process.execPath, ['tools/walls/main.ts'], { cwd: root, encoding: 'utf8' });
    return [code, stdout];
  });
  expect(output).toContain('packages/core/src/money/money.ts:1 room — core may not import node:fs: core decides');
  expect(status).toBe(1);
});
