import { openDatabase, transaction, type DatabaseAddress, type Tx } from '../../../../platform/db/index.ts';

/** Where a thread finds what an open transaction sees, for as long as it takes to begin there. */
export interface SnapshotPlace {
  readonly database: DatabaseAddress;
  readonly snapshot: string;
  readonly workspaceId: string;
}

/** Opens a transaction that sees what another one sees, for as long as the work takes. */
export type OpenBeside = <Result>(work: (beside: Tx) => Promise<Result>) => Promise<Result>;

/**
 * Reads at that place, over a connection of the thread's own, or two; `begun` once the snapshot is held. A second one is opened when it is
 * needed: the database ends what does nothing for minutes.
 */
export async function readAt<Result>(
  { database, snapshot, workspaceId }: SnapshotPlace,
  begun: () => void,
  work: (tx: Tx, openBeside: OpenBeside) => Promise<Result>,
): Promise<Result> {
  const db = openDatabase({ ...database, max: 2 });
  try {
    const run = async (tx: Tx): Promise<Result> => {
      await tx.query('select');
      begun();
      return work(tx, (beside) => transaction(db, beside, { snapshotOf: tx, readOnly: true, workspaceId }));
    };
    return await transaction(db, run, { snapshot, readOnly: true, workspaceId });
  } finally {
    await db.close();
  }
}
