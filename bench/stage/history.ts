import { oncePerRun } from '../context.ts';
import type { CountedFacts } from '../workers/count-facts.ts';
import { withClient } from './postgres.ts';
import { runWorker, type Done } from './processes.ts';
import type { Book } from './sales.ts';
import { foundCompany, type Workspace } from './workspace.ts';

export interface History {
  readonly workspace: Workspace;
  readonly book: Book;
}

/** A company with all its sales of the past months recorded, and none of them counted yet. */
export const recordedHistory = oncePerRun(async (context): Promise<History> => {
  const book = { sales: context.scale.facts };
  const workspace = await foundCompany(await context.postgres.createDatabase('history'));
  context.log(`recording ${book.sales} sales`);
  await recordInProcess(workspace, book, 0, book.sales);
  await settle(workspace.url);
  return { workspace, book };
});

export async function recordInProcess(workspace: Workspace, book: Book, from: number, to: number): Promise<void> {
  const { url, workspaceId } = workspace;
  await runWorker('record-sales.ts', { url, workspaceId, range: { book, from, to } });
}

export function countInProcess({ url, workspaceId }: Workspace): Promise<Done<CountedFacts>> {
  return runWorker<CountedFacts>('count-facts.ts', { url, workspaceId });
}

/** The history with every sale counted. */
export async function countedHistory(history: History): Promise<void> {
  const { url, workspaceId } = history.workspace;
  const [head] = await withClient(url, async (client) => {
    const found = await client.query<{ waits: boolean }>(
      `select c.counted_seq < f.seq as waits from count_head c join fact_head f using (workspace_id) where workspace_id = $1`,
      [workspaceId],
    );
    return found.rows;
  });
  if (head?.waits !== false) await countInProcess(history.workspace);
  await settle(url);
}

/** After a load: statistics for the planner, hint bits set, dirty pages written, so that none of it falls into a measure. */
export async function settle(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  });
}
