import { openDatabase, transaction, type DatabaseAddress, type Tx } from '../../../../platform/db/index.ts';

/** Where a thread finds what an open transaction sees, for as long as it takes to begin there. */
export interface SnapshotPlace {
  readonly database: DatabaseAddress;
  readonly snapshot: string;
  readonly workspaceId: string;
}

/** Reads at that place, over a connection of the thread's own; `begun` once the snapshot is held. */
export async function readAt<Result>(
  { database, snapshot, workspaceId }: SnapshotPlace,
  begun: () => void,
  work: (tx: Tx, beside: Tx) => Promise<Result>,
): Promise<Result> {
  const db = openDatabase({ ...database, max: 2 });
  try {
    return await transaction(
      db,
      (tx) =>
        transaction(
          db,
          async (beside) => {
            await beside.query('select');
            begun();
            return work(tx, beside);
          },
          { snapshotOf: tx, readOnly: true, workspaceId },
        ),
      { snapshot, readOnly: true, workspaceId },
    );
  } finally {
    await db.close();
  }
}
