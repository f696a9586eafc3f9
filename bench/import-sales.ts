import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn, secondsOf } from './rounds.ts';
import { withClient } from './stage/postgres.ts';
import { runWorker } from './stage/processes.ts';
import { writeSalesCsv } from './stage/write-csv.ts';
import { foundCompany, type Workspace } from './stage/workspace.ts';
import { summarise } from './statistics.ts';
import type { Imported } from './workers/import-sales.ts';

const NAME = 'import-sales';
const MOST_MEMORY = 256;

/** A file of sales through the importer, beside PostgreSQL copying in the very rows that came of it. */
export const importSales: Bench = {
  name: NAME,
  goal: 0.7,
  async run(context): Promise<Measurement[]> {
    const book = { sales: context.scale.importedSales };
    const workspace = await foundCompany(await context.postgres.createDatabase('import'));
    const file = join(context.home, 'sales.csv');
    await writeSalesCsv(file, book);
    const memory: number[] = [];
    const importOnce = async () => {
      await forget(workspace);
      const { result, peakMemory } = await runWorker<Imported>('import-sales.ts', {
        url: workspace.url,
        workspaceId: workspace.workspaceId,
        file,
        importFolder: join(context.home, 'imports'),
      });
      if (result.accepted !== book.sales) throw new Error(`${result.accepted} of ${book.sales} sales were imported`);
      memory.push(peakMemory);
      return book.sales / result.seconds;
    };
    // The rows to copy are those of an import; it also warms the caches.
    await importOnce();
    const rows = await exportRows(workspace, context.home);
    const pairs = await inTurn(context.scale.passes, importOnce, () => copyRows(workspace, rows, book.sales));
    await context.postgres.dropDatabase('import');
    const peak = Math.max(...memory);
    const summary = summarise(pairs, 'more is better');
    return [
      { name: NAME, unit: 'rows/s', limit: 'COPY of the same rows', goal: 0.7, ...summary },
      {
        name: `${NAME}-memory`,
        value: peak,
        unit: 'MiB',
        limit: 'most allowed',
        limitValue: MOST_MEMORY,
        ratio: MOST_MEMORY / peak,
        goal: 1,
      },
    ];
  },
};

/** Back to before the first sale. */
async function forget({ url, workspaceId }: Workspace): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('truncate fact, customer, import_reject');
    await client.query(`update fact_head set seq = 0, hash = decode(repeat('00', 32), 'hex') where workspace_id = $1`, [
      workspaceId,
    ]);
    await client.query('checkpoint');
  });
}

/** Has the server write the imported rows to a file, and make the table they are copied into. */
async function exportRows({ url }: Workspace, home: string): Promise<string> {
  const folder = join(home, 'rows');
  mkdirSync(folder);
  // The server is another user than we are when we are root.
  chmodSync(folder, 0o777);
  const file = join(folder, 'facts.copy');
  await withClient(url, async (client) => {
    await client.query(`copy (select * from fact order by seq) to '${file}'`);
    await client.query('create table limit_fact (like fact_0 including all)');
  });
  return file;
}

/** Rows a second of the server reading that file: no client, no parsing but its own. */
async function copyRows({ url }: Workspace, file: string, rows: number): Promise<number> {
  return withClient(url, async (client) => {
    await client.query('truncate limit_fact');
    await client.query('checkpoint');
    const seconds = await secondsOf(() => client.query(`copy limit_fact from '${file}'`));
    const { rows: found } = await client.query<{ rows: string }>('select count(*) as rows from limit_fact');
    if (Number(found[0]?.rows) !== rows) throw new Error(`${found[0]?.rows} of ${rows} rows were copied`);
    return rows / seconds;
  });
}
