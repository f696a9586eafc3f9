import { copyLines, literalUuid } from '../../apps/server/src/platform/db/copy.ts';
import type { Tx } from '../../apps/server/src/platform/db/index.ts';

/** Reads all rows of a workspace out of these tables and cuts them into fields. How many fields there were. */
export async function readTables(tx: Tx, workspaceId: string, tables: readonly string[]): Promise<number> {
  let fields = 0;
  for (const table of tables) {
    await copyLines(tx, `select * from ${table} where workspace_id = ${literalUuid(workspaceId)}`, (line) => {
      fields += line.split('\t').length;
    });
  }
  return fields;
}
