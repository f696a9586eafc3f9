// Writes the books of a company as a FEC to nowhere again and again, and copies the same lines out of a table. Both in one process.
import { frenchChart } from '@cordee/core/accounting';
import { planBooksFile, writeBooksFile, writeChart } from '../../apps/server/src/modules/accounting/index.ts';
import { copyBytes } from '../../apps/server/src/platform/db/copy.ts';
import { inTurn, secondsOf } from '../rounds.ts';
import { contextOf, openApplication, readOnly } from '../stage/application.ts';
import { keepLines } from '../stage/fec-lines.ts';
import { work } from '../stage/processes.ts';
import { salesFrom } from '../stage/sales.ts';
import type { Pair } from '../statistics.ts';

export interface FecInput {
  readonly url: string;
  readonly workspaceId: string;
  /** Where the lines are put down for the server. */
  readonly file: string;
  readonly passes: number;
}

export interface WrittenFec {
  readonly pairs: readonly Pair[];
  readonly lines: number;
}

await work(async ({ url, workspaceId, file, passes }: FecInput): Promise<WrittenFec> => {
  const db = openApplication(url);
  const context = contextOf(db, workspaceId);
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const months = { from: day(salesFrom).slice(0, 7), to: day(Date.now()).slice(0, 7) };
  const request = { format: 'fec', detail: true, encoding: 'utf-8', separator: 'tab', ...months } as const;
  await writeChart(context, `${months.from}-01`, frenchChart);
  // Every partner gets its account; a file for the eye needs no company.
  await planBooksFile(context, { ...request, format: 'csv' });
  let lines = 0;
  const write = async (bytes: (bytes: Buffer) => Promise<void>) => {
    const written = await writeBooksFile(context, request, { bytes, read: () => undefined });
    if ('fault' in written) throw new Error(`the books of the bench cannot be written: ${JSON.stringify(written.fault)}`);
    if (written.report.faults.length > 0) throw new Error(`the file is wrong: ${JSON.stringify(written.report.faults[0])}`);
    lines = written.books.lines;
  };
  const table = await keepLines(url, file, write);
  const ours = () => secondsOf(() => write(async () => undefined));
  const raw = () =>
    secondsOf(() => readOnly(db, workspaceId, (tx) => copyBytes(tx, `select * from ${table}`, 'text', () => undefined)));
  // Once for nothing: the first pass is the compiler's.
  await ours();
  await raw();
  const pairs = await inTurn(passes, ours, raw);
  await db.close();
  return { pairs, lines };
});
