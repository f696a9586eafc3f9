import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bringTools, inPlantedTree } from '../walls/planted-tree.ts';
import { isSql } from './find-sql.ts';

const modules = 'apps/server/src/modules';
const tables = `
export interface PartnerTable {
  workspace_id: string;
}
export interface WorkspaceTable {
  id: string;
}
export interface Tables {
  partner: PartnerTable;
  workspace: WorkspaceTable;
}
`;

/** What oxlint says with the rules of the repository about these files, as `file:line rule`. */
function lint(planted: Readonly<Record<string, string>>): string[] {
  const oxlint = join(import.meta.dirname, '../../node_modules/oxlint/bin/oxlint');
  return inPlantedTree({ 'apps/server/src/platform/db/tables.gen.ts': tables, ...planted }, (root) => {
    bringTools(root);
    const { stdout } = spawnSync(process.execPath, [oxlint, '-f', 'unix', ...Object.keys(planted)], {
      cwd: root,
      encoding: 'utf8',
    });
    return [...stdout.matchAll(/^(.*?):(\d+):\d+: .*\[\w+\/(.*)\]$/gm)].map(([, file, line, rule]) => `${file}:${line} ${rule}`);
  });
}

describe('a planted fault is found', () => {
  const store = `${modules}/partner/*.store.ts`;
  const verb = `${modules}/partner/verbs/*.ts`;
  const write = "import { write } from '../../../platform/verb.ts';\n";
  const policy = "import { mustManage } from '../partner.policy.ts';\n";
  const faults: [string, string, string, string][] = [
    ['a write without a policy', verb, `${write}export const a = () => write(1);\n`, '2 cordee(write-asks-policy)'],
    [
      'a policy that is not asked',
      verb,
      `${write}${policy}export const a = () => write(mustManage);\n`,
      '3 cordee(write-asks-policy)',
    ],
    [
      'SQL outside a store',
      `${modules}/partner/*.ts`,
      'export const a = `select 1 from workspace`;\n',
      '1 cordee(sql-in-stores)',
    ],
    ['built SQL outside a store', verb, "export const a = (k) => k.selectFrom('workspace');\n", '1 cordee(sql-in-stores)'],
    [
      'SQL of all companies',
      store,
      'export const a = `select name from partner where id = $1`;\n',
      '1 cordee(sql-names-workspace)',
    ],
    ['a raw text', 'apps/web/src/ui/*.tsx', 'export const a = <p>Hello there</p>;\n', '1 cordee(no-raw-text)'],
    ['a raw label', 'apps/web/src/ui/*.tsx', 'export const a = <input aria-label="Name" />;\n', '1 cordee(no-raw-text)'],
    ['a sum of all companies', store, "export const a = 'select name ' + 'from partner';\n", '1 cordee(sql-names-workspace)'],
    [
      'a partition of all companies',
      store,
      "export const a = 'copy partner_0 (id) from stdin';\n",
      '1 cordee(sql-names-workspace)',
    ],
    ['built SQL of all companies', store, "export const a = (k) => k.deleteFrom('partner');\n", '1 cordee(sql-names-workspace)'],
    ['a rounded float', 'packages/core/src/money/*.ts', 'export const a = Math.round(1.5);\n', '1 cordee(no-float-money)'],
    ['a parsed float', `${modules}/partner/*.ts`, "export const a = Number.parseFloat('1');\n", '1 cordee(no-float-money)'],
    ['a float as text', 'packages/core/src/money/*.ts', 'export const a = (1.5).toFixed(2);\n', '1 cordee(no-float-money)'],
    ['chance in core', 'packages/core/src/money/*.ts', 'export const a = Math.random();\n', '1 eslint(no-restricted-properties)'],
    ['the clock in core', 'packages/core/src/money/*.ts', 'export const a = Date.now();\n', '1 eslint(no-restricted-globals)'],
    ['a console in core', 'packages/core/src/money/*.ts', "console.log('a');\n", '1 eslint(no-console)'],
    ['a long file', 'packages/core/src/money/*.ts', 'export {};\n'.repeat(301), '301 eslint(max-lines)'],
    [
      'a long function',
      'packages/core/src/money/*.ts',
      `export function a() {\n${'a();\n'.repeat(70)}}\n`,
      '1 eslint(max-lines-per-function)',
    ],
  ];
  const named = faults.map(([name, path, text, expected], index) => ({
    name,
    file: path.replace('*', `case-${index}`),
    text,
    expected,
  }));
  let found: string[] = [];
  beforeAll(() => {
    found = lint(Object.fromEntries(named.map(({ file, text }) => [file, text])));
  });
  test.each(named)('$name', ({ file, expected }) => {
    expect(found).toContain(`${file}:${expected}`);
  });
});

test('what keeps the rules passes', () => {
  const clean = {
    [`${modules}/partner/partner.store.ts`]:
      "export const a = `select name from partner where workspace_id = $1 and id = $2`;\nexport const b = 'select id from workspace';\n" +
      "export const c = (k) => k.selectFrom('partner').where('workspace_id', '=', 1);\n" +
      "export const d = (k, workspaceId) => k.insertInto('partner').values(columnsOf(workspaceId));\n",
    [`${modules}/partner/verbs/rename-partner.ts`]:
      "import { write } from '../../../platform/verb.ts';\nimport { mustManage } from '../partner.policy.ts';\n" +
      'export function renamePartner(context) {\n  mustManage(context);\n  return write(context);\n}\n',
    'apps/web/src/ui/a.tsx': 'export const a = <Trans>Hello <b>there</b></Trans>;\n',
    'bench/a.ts': "export const a = [Math.round(1.5), 'select 1 from partner'];\n",
  };
  expect(lint(clean)).toEqual([]);
});

test('an exception for SQL ends when the SQL has left', () => {
  const sql = { files: ['**/*.store.ts'], because: 'it is so', exceptions: [{ file: `${modules}/fact/a.ts`, because: 'soon' }] };
  const planted = {
    'ARCHITECTURE.md': '',
    'architecture.json': JSON.stringify({ sql }),
    [`${modules}/fact/a.ts`]: 'export const a = 1;\n',
  };
  expect(lint(planted)).toEqual([`${modules}/fact/a.ts:1 cordee(sql-in-stores)`]);
  expect(lint({ ...planted, [`${modules}/fact/a.ts`]: "export const a = 'delete from workspace';\n" })).toEqual([]);
});

test.each([
  ['with base as (select 1) select * from base', true],
  ['\n  update partner as p set name = $1', true],
  ['select pg_advisory_xact_lock($1)', true],
  ["set local lock_timeout = '1s'", true],
  ['Select a partner from the list', false],
  ['with love', false],
  ['update of the plan', false],
])('%j is SQL: %s', (text, expected) => {
  expect(isSql(text)).toBe(expected);
});
