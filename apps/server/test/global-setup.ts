import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startScratch } from '../src/platform/db/embedded/index.ts';
import { migrate } from '../src/platform/db/index.ts';
import { installJobs } from '../src/platform/jobs/index.ts';

/** The database all test databases are copies of; nobody connects to it once it is migrated. */
const TEMPLATE = 'cordee_template';

declare module 'vitest' {
  interface ProvidedContext {
    /** Server of this run: `url` leads to its maintenance database, `template` names the migrated database to copy; `home` is removed at the end. */
    postgres: { readonly url: string; readonly template: string; readonly binaries: string | null; readonly home: string };
  }
}

/** One throw-away PostgreSQL for the whole run: the embedded one, or that of the folder CORDEE_TEST_PG_BIN names. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const binaries = process.env['CORDEE_TEST_PG_BIN'];
  const scratch = await startScratch({ binaries: binaries === '' ? undefined : binaries });
  try {
    await makeTemplate(scratch.url);
    project.provide('postgres', { url: scratch.url, template: TEMPLATE, binaries: binaries ?? null, home: scratch.home });
  } catch (error) {
    await scratch.stop();
    throw error;
  }
  return () => scratch.stop();
}

async function makeTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  await migrate({ url: template.href });
  await installJobs({ url: template.href });
}
