// Writes the files that follow from others; with --check only says whether the committed ones are up to date (exit 1 if not).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOpenApi } from '@cordee/contract/openapi';
import { routes } from '@cordee/contract/routes';
import { Client } from 'pg';
import { startScratch } from '../apps/server/src/platform/db/embedded/index.ts';
import { migrate } from '../apps/server/src/platform/db/index.ts';
import { difference } from './generate/difference.ts';
import { introspect } from './generate/introspect.ts';
import type { Schema } from './generate/introspect.ts';
import { renderRoutes } from './generate/routes.ts';
import { renderSchema } from './generate/schema-sql.ts';
import { renderTables } from './generate/tables.ts';
import { withEvents } from './generate/webhook-events.ts';

interface Output {
  readonly path: string;
  readonly produce: () => Promise<string>;
}

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
let schema: Promise<Schema> | undefined;

const outputs: readonly Output[] = [
  { path: 'apps/server/src/platform/db/tables.gen.ts', produce: async () => renderTables(await migratedSchema()) },
  { path: 'apps/server/src/platform/db/schema.gen.sql', produce: async () => renderSchema(await migratedSchema()) },
  { path: 'docs/openapi.json', produce: async () => `${JSON.stringify(buildOpenApi(routes, { version }), null, 2)}\n` },
  { path: 'docs/webhooks.md', produce: async () => withEvents(readFileSync(join(root, 'docs/webhooks.md'), 'utf8'), 'en') },
  { path: 'docs/fr/webhooks.md', produce: async () => withEvents(readFileSync(join(root, 'docs/fr/webhooks.md'), 'utf8'), 'fr') },
  { path: 'apps/web/src/lib/api/routes.gen.ts', produce: async () => renderRoutes(routes, 'everybody') },
  { path: 'apps/web/src/lib/api/company-routes.gen.ts', produce: async () => renderRoutes(routes, 'company') },
];

function migratedSchema(): Promise<Schema> {
  schema ??= readMigratedSchema();
  return schema;
}

async function readMigratedSchema(): Promise<Schema> {
  const scratch = await startScratch();
  try {
    await migrate({ url: scratch.url });
    const client = new Client({ connectionString: scratch.url });
    await client.connect();
    try {
      return await introspect(client);
    } finally {
      await client.end();
    }
  } finally {
    await scratch.stop();
  }
}

const check = process.argv.includes('--check');
for (const { path, produce } of outputs) {
  const file = join(root, path);
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const fresh = await produce();
  if (committed === fresh) {
    console.log(`same     ${path}`);
  } else if (check) {
    console.log(`outdated ${path}\n${difference(committed, fresh)}\nRun \`npm run generate\` and commit the result.`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, fresh);
    console.log(`written  ${path}`);
  }
}
