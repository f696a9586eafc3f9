import { decodeId } from '@cordee/core/ids';
import { expect, test } from 'vitest';
import { makeWorkspace, startApp, type TestApp } from './app.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { fillBooks } from './fill-books.ts';
import { explainScreen } from './explain-screen.ts';
import { factScreens, figureScreens, partnerScreens } from './screens.ts';
import { simplePlan } from './terms.ts';

/** Read whole, these would make a screen slower with every fact or partner. */
const volumes =
  /^(fact|decision|commission|reversal|posting|ledger_transaction|click|conversion_daily|partner|partner_figures|partner_fact|customer|audit)(_\d+)?$/;
/** These say in their README that they read all partners, or all sums of a period. */
const allowed: Readonly<Record<string, readonly string[]>> = {};

test('no list and no figure reads a volume table from end to end', { timeout: 120_000 }, () =>
  freshDatabase(async (database) => {
    const app = startApp(database);
    try {
      const { programId, key, workspaceId } = await fill(app, database);
      const screens = { ...partnerScreens(programId), ...factScreens(programId), ...figureScreens() };
      const read: Record<string, readonly string[]> = {};
      for (const [name, path] of Object.entries(screens)) {
        const explained = await explainScreen({ app, database, workspaceId, key, path });
        const whole = explained.flatMap(({ nodes }) =>
          nodes.filter(
            ({ type, table }) => type === 'Seq Scan' && volumes.test(table) && allowed[name]?.includes(table) !== true,
          ),
        );
        if (whole.length > 0) read[name] = whole.map(({ table }) => table);
        expect(explained.length, name).toBeGreaterThan(0);
      }
      expect(read).toEqual({});
    } finally {
      await app.close();
    }
  }),
);

async function fill(app: TestApp, { db, owner }: TestDatabase) {
  const workspace = await makeWorkspace(db);
  const key = workspace.keys.secretKey;
  const post = async (path: string, body: object) => (await app.call('POST', `/api/v1/${path}`, { as: key, body })).json();
  const program = await post('programs', { name: 'Many', destinationUrl: 'https://shop.example/', plan: simplePlan });
  const published = await post(`plans/${String(program['planId'])}/publication`, {});
  const programId = decodeId('prg', String(program['id'])) ?? '';
  const planVersionId = decodeId('plv', String(published['id'])) ?? '';
  const filling = { workspaceId: workspace.id, programId, planVersionId, partners: 10_000, facts: 60_000 };
  await owner.raw(async (client) => {
    await fillBooks((text, values) => client.query(text, values === undefined ? undefined : [...values]), filling);
  });
  return { programId, key, workspaceId: workspace.id };
}
