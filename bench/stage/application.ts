import type { Instant } from '@cordee/core/time';
import type { Context } from '../../apps/server/src/platform/context.ts';
import {
  APPLICATION_ROLE,
  openDatabase,
  transaction,
  withWorkspace,
  type Database,
  type Tx,
} from '../../apps/server/src/platform/db/index.ts';

/** Opens the database as the application does. */
export function openApplication(url: string, max = 4): Database {
  return openDatabase({ url, max, role: APPLICATION_ROLE });
}

/** The context of a job, which may do everything. */
export function contextOf(db: Database, workspaceId: string, now: () => Instant = Date.now): Context {
  return { actor: { kind: 'system', job: 'bench' }, workspaceId, db, now, language: 'en', requestId: 'bench' };
}

/** Reads one state of a workspace and cannot write. */
export function readOnly<T>(db: Database, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(
    db,
    async (tx) => {
      await withWorkspace(tx, workspaceId);
      return work(tx);
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}
