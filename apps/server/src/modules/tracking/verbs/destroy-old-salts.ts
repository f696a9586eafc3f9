import { formatInstant, type Instant } from '@cordee/core/time';
import type { Database } from '../../../platform/db/index.ts';
import { deleteSaltsBefore } from '../tracking.store.ts';

const DAY_MS = 86_400_000;
const SALT_DAYS = 2;

/** Destroys the keys of days that are over for two days: their hashes can then never be traced back. How many there were. */
export async function destroyOldSalts(db: Database, now: Instant): Promise<number> {
  return deleteSaltsBefore(db, formatInstant(now - SALT_DAYS * DAY_MS).slice(0, 10));
}
