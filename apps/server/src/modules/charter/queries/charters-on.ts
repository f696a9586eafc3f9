import { versionOn } from '@cordee/core/charter';
import { type Instant, localDateOf } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { openEnrollments } from '../../program/index.ts';
import { selectChartersOf, type VersionRecord } from '../charter.store.ts';
import { loadRequirement } from '../library.store.ts';

export type CharterHold = 'no_charter';

/** The version of a charter that held on a day. */
export type CharterOfDay = Pick<VersionRecord, 'charterId' | 'number' | 'document'>;

/**
 * Which of these partners have no charter in force though one is asked of them: what they earn is counted all the same, and nothing is
 * paid. After the end of a charter the final balance is paid.
 */
export async function charterHolds(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  now: Instant,
): Promise<Map<string, CharterHold>> {
  const asked = await partnersAsked(tx, workspaceId, partnerIds, now);
  if (asked.length === 0) return new Map();
  const today = localDateOf(now, await zoneOf(tx, workspaceId));
  const charters = await selectChartersOf(tx, workspaceId, asked);
  const holds = new Map<string, CharterHold>();
  for (const id of asked) {
    const isAgreed = (charters.get(id) ?? []).some(({ versions }) => versionOn(versions, today, null) !== null);
    if (!isAgreed) holds.set(id, 'no_charter');
  }
  return holds;
}

/** Of which of these partners a charter is asked. */
export async function partnersAsked(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  now: Instant,
): Promise<readonly string[]> {
  const { required, programIds } = await loadRequirement(tx, workspaceId);
  if (required === 'nobody' || partnerIds.length === 0) return [];
  if (required === 'everybody') return partnerIds;
  const open = await openEnrollments(tx, workspaceId, partnerIds, now);
  return [...new Set(open.filter(({ programId }) => programIds.includes(programId)).map(({ partnerId }) => partnerId))];
}

/** The version of a partner's charter that held on the day of an instant, with its document; null when none did. */
export async function charterAt(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  at: Instant,
): Promise<Map<string, CharterOfDay>> {
  const found = new Map<string, CharterOfDay>();
  if (partnerIds.length === 0) return found;
  const day = localDateOf(at, await zoneOf(tx, workspaceId));
  for (const [partnerId, charters] of await selectChartersOf(tx, workspaceId, partnerIds)) {
    for (const { versions, endsOn } of charters) {
      const version = versionOn(versions, day, endsOn);
      if (version !== null) found.set(partnerId, version);
    }
  }
  return found;
}
