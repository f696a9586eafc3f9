import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type TestApp } from '../apps/server/test/app.ts';
import type { TestDatabase } from '../apps/server/test/database.ts';
import { explainScreen } from '../apps/server/test/explain-screen.ts';
import { fillBooks } from '../apps/server/test/fill-books.ts';
import { factScreens, figureScreens, partnerScreens } from '../apps/server/test/screens.ts';
import { openDatabase } from '../apps/server/src/platform/db/index.ts';
import { oncePerRun, type BenchContext } from './context.ts';
import type { Bench, Measurement } from './measurement.ts';
import { secondsOf } from './rounds.ts';
import { openApplication } from './stage/application.ts';
import { settle } from './stage/history.ts';
import { withClient } from './stage/postgres.ts';
import { scales } from './scale.ts';
import { foundCompany, type Workspace } from './stage/workspace.ts';
import { median } from './statistics.ts';

/** What a screen may take to open, in server time. */
const BUDGET_MS = 300;
const VIEWS = 9;

/** Every way to open a list of many partners. */
export const listPartners: Bench = {
  name: 'list-partners',
  goal: 1,
  run: (context) => openEach(context, 'list-partners', partnerScreens),
};

/** Every way to open a list of many facts. */
export const listFacts: Bench = {
  name: 'list-facts',
  goal: 1,
  run: (context) => openEach(context, 'list-facts', factScreens),
};

/** The figures of the first screen, and charts: they are no lists, and held to the same. */
export const figures: Bench = {
  name: 'figures',
  goal: 1,
  run: (context) => openEach(context, 'figures', figureScreens),
};

const filledCompany = oncePerRun(async ({ postgres, scale, log }: BenchContext): Promise<Workspace> => {
  const { listedPartners: partners, listedFacts: facts } = scale;
  const workspace = await foundCompany(await postgres.createDatabase('lists'));
  const { workspaceId, programId, planVersionId } = workspace;
  log(`filling in ${partners} partners and ${facts} facts`);
  await withClient(workspace.url, (client) =>
    fillBooks((text, values) => client.query(text, values === undefined ? undefined : [...values]), {
      workspaceId,
      programId,
      planVersionId,
      partners,
      facts,
    }),
  );
  await settle(workspace.url);
  return workspace;
});

async function openEach(
  context: BenchContext,
  name: string,
  screensOf: (programId: string) => Readonly<Record<string, string>>,
): Promise<Measurement[]> {
  const workspace = await filledCompany(context);
  const { url, secretKey, programId } = workspace;
  const database = { url, db: openApplication(url, 2), owner: openDatabase({ url, max: 1 }) };
  const app = startApp(database);
  try {
    let slowest = 0;
    for (const [screen, path] of Object.entries(screensOf(programId))) {
      const took = await open(app, secretKey, path);
      context.log(`${screen}: ${took.toFixed(1)} ms`);
      slowest = Math.max(slowest, took);
    }
    if (context.scale !== scales.tiny) await writePlans(context, { app, database }, workspace, name, screensOf(programId));
    const ratio = BUDGET_MS / slowest;
    return [{ name, value: slowest, unit: 'ms', limit: 'what a screen may take', limitValue: BUDGET_MS, ratio, goal: 1 }];
  } finally {
    await app.close();
    await database.db.close();
    await database.owner.close();
  }
}

/** Milliseconds from the request to the whole answer, the median of several after one that does not count. */
async function open(app: TestApp, as: string, path: string): Promise<number> {
  const times: number[] = [];
  for (let view = 0; view <= VIEWS; view += 1) {
    const seconds = await secondsOf(async () => {
      const answer = await app.call('GET', `/api/v1/${path}`, { as });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    });
    if (view > 0) times.push(seconds * 1000);
  }
  return median(times);
}

/** Writes how the database answers, to be read and compared. */
async function writePlans(
  { scale }: BenchContext,
  { app, database }: { readonly app: TestApp; readonly database: TestDatabase },
  { secretKey: key, workspaceId }: Workspace,
  file: string,
  screens: Readonly<Record<string, string>>,
): Promise<void> {
  const parts: string[] = [];
  for (const [screen, path] of Object.entries(screens)) {
    const explained = await explainScreen({ app, database, workspaceId, key, path });
    parts.push(`${screen}\n${'='.repeat(screen.length)}\n\n${explained.map(({ plan }) => plan).join('\n\n')}\n`);
  }
  const folder = join(import.meta.dirname, 'plans');
  mkdirSync(folder, { recursive: true });
  const { listedPartners, listedFacts } = scale;
  const title = `Among ${listedPartners} partners and ${listedFacts} facts`;
  writeFileSync(join(folder, `${file}.txt`), [title, ...parts].join('\n\n'));
}
