import type { Instant } from '@cordee/core/time';
import { transaction, type Database } from '../../../platform/db/index.ts';
import { deleteOrphans } from '../../../platform/files/index.ts';
import { workspaceIds } from '../../fact/index.ts';

const DAY_MS = 86_400_000;

interface Parts {
  readonly db: Database;
  readonly now: () => Instant;
}

/** Removes uploads nothing has referred to for a day. To be run now and then, anywhere, twice or late. */
export async function removeOrphans(parts: Parts): Promise<void> {
  for (const workspaceId of await workspaceIds(parts.db)) await removeOrphansOf(parts, workspaceId);
}

/** The same for one workspace; how many. */
export function removeOrphansOf({ db, now }: Parts, workspaceId: string): Promise<number> {
  return transaction(db, (tx) => deleteOrphans(tx, workspaceId, now() - DAY_MS), { workspaceId });
}
