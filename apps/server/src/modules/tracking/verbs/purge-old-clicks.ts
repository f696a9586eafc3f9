import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { clickRetentions } from '../clicks.store.ts';
import { forgetScriptHits } from '../script-hit.store.ts';
import { purgeClicks } from './purge-clicks.ts';

const DAY_MS = 86_400_000;
const HIT_DAYS = 90;

/**
 * Deletes clicks older than each workspace wants to keep, never those a plan could still credit; and forgets hosts that have not
 * loaded the script for long. Running it again changes nothing.
 */
export async function purgeOldClicks(db: Database, now: Instant): Promise<void> {
  const kept = await transaction(db, async (tx) => {
    await withWorkspace(tx, '*');
    return clickRetentions(tx);
  });
  for (const { workspaceId, days } of kept) {
    const actor = { kind: 'system', job: 'tracking.purge-old' } as const;
    const context: Context = { actor, workspaceId, db, now: () => now, language: 'en', requestId: 'tracking.purge-old' };
    const { clicks } = await purgeClicks(context, { olderThanDays: days, dryRun: true });
    if (clicks > 0) await purgeClicks(context, { olderThanDays: days, dryRun: false });
  }
  await forgetScriptHits(db, now - HIT_DAYS * DAY_MS);
}
