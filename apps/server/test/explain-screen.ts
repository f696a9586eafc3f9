import { transaction, withWorkspace } from '../src/platform/db/index.ts';
import type { TestApp } from './app.ts';
import type { TestDatabase } from './database.ts';
import { recordStatements } from './record-statements.ts';

export interface PlanNode {
  readonly type: string;
  /** Empty when it reads no table. */
  readonly table: string;
}

export interface Explained {
  readonly text: string;
  readonly nodes: readonly PlanNode[];
  /** As a person reads it. */
  readonly plan: string;
}

interface Asked {
  readonly app: TestApp;
  readonly database: TestDatabase;
  readonly workspaceId: string;
  readonly key: string;
  readonly path: string;
}

/** The plan of every statement that answering a request takes, as the application's role has it: row-level security included. */
export async function explainScreen({ app, database, workspaceId, key, path }: Asked): Promise<Explained[]> {
  // Who calls, and what is kept in memory, are known by the second time.
  await get(app, key, path);
  const statements = await recordStatements(() => get(app, key, path));
  return transaction(database.db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    const explained: Explained[] = [];
    for (const { text, values } of statements) {
      const [row] = await tx.query<{ 'QUERY PLAN': readonly [{ readonly Plan: RawNode }] }>(
        `explain (format json) ${text}`,
        values,
      );
      const lines = await tx.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`, values);
      const root = row?.['QUERY PLAN'][0].Plan;
      explained.push({
        text,
        nodes: root === undefined ? [] : nodesOf(root),
        plan: lines.map((line) => line['QUERY PLAN']).join('\n'),
      });
    }
    return explained;
  });
}

async function get(app: TestApp, key: string, path: string): Promise<void> {
  const answer = await app.call('GET', `/api/v1/${path}`, { as: key });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
}

interface RawNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly RawNode[];
}

function nodesOf(node: RawNode): PlanNode[] {
  return [{ type: node['Node Type'], table: node['Relation Name'] ?? '' }, ...(node.Plans ?? []).flatMap(nodesOf)];
}
