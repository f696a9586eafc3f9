import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadArchitecture } from './architecture.ts';
import { writeDiagram } from './diagram.ts';

const repository = join(import.meta.dirname, '../..');

/** A small tree that keeps our own rules, without their exceptions. */
const clean: Readonly<Record<string, string>> = {
  'packages/core/package.json': '{ "name": "@cordee/core", "exports": { "./*": "./src/*/index.ts" } }',
  'packages/core/src/money/index.ts': "export * from './money.ts';\n",
  'packages/core/src/money/money.ts': 'export const cents = 1n;\n',
  'packages/core/src/money/money.test.ts':
    "import { test } from 'vitest';\nimport { cents } from './money.ts';\ntest(String(cents), () => {});\n",
  'packages/contract/package.json': '{ "name": "@cordee/contract", "exports": { "./*": "./src/*.ts" } }',
  'packages/contract/src/partner.ts': "import { z } from 'zod';\nexport const partner = z.object({});\n",
  'packages/tracker/src/tracker.ts':
    "import type { partner } from '@cordee/contract/partner';\nexport type Partner = typeof partner;\n",
  'apps/server/src/platform/db/index.ts': "import { Pool } from 'pg';\nexport const pool = new Pool();\n",
  'apps/server/src/modules/fact/index.ts': "export { append } from './fact.store.ts';\n",
  'apps/server/src/modules/fact/fact.store.ts':
    "import { sql } from 'kysely';\nimport { pool } from '../../platform/db/index.ts';\nexport const append = [sql, pool];\n",
  'apps/server/src/modules/partner/index.ts': "export { addPartner } from './verbs/add-partner.ts';\n",
  'apps/server/src/modules/partner/partner.routes.ts': "export { addPartner as route } from './verbs/add-partner.ts';\n",
  'apps/server/src/modules/partner/verbs/add-partner.ts':
    "import type { Kysely } from 'kysely';\nimport { append } from '../../fact/index.ts';\nexport const addPartner = [append] as unknown as Kysely<unknown>;\n",
  'apps/web/src/features/fact/b.ts': "import '../../lib/c.ts';\nexport type B = 1;\n",
  'apps/web/src/lib/c.ts': 'export const c = 1;\n',
  'apps/server/src/main.ts': "import { addPartner } from './modules/partner/index.ts';\nconsole.log(addPartner);\n",
};

/** Lays the clean tree with some files changed or added (null: left out) in a folder of its own, and removes it after `look`. */
export function inPlantedTree<Result>(planted: Readonly<Record<string, string | null>>, look: (root: string) => Result): Result {
  const root = mkdtempSync(join(tmpdir(), 'cordee-walls-'));
  try {
    for (const [file, text] of Object.entries({ ...clean, ...planted })) {
      if (text === null) continue;
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    const { sql, ...architecture } = loadArchitecture(repository);
    const strict = { ...architecture, sql: { ...sql, exceptions: [] }, exceptions: [] };
    if (!('architecture.json' in planted)) writeFileSync(join(root, 'architecture.json'), JSON.stringify(strict));
    if (!('ARCHITECTURE.md' in planted)) writeDiagram(root, loadArchitecture(root));
    execFileSync('git', ['init', '--quiet', '--template='], { cwd: root });
    return look(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Our own tools as they stand in the repository, to be run inside a planted tree. */
export function bringTools(root: string): void {
  for (const path of ['tools/walls', 'tools/lint', '.oxlintrc.json']) {
    cpSync(join(repository, path), join(root, path), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
}
