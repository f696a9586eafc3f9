import type { Instant } from '@cordee/core/time';
import { formatInstant } from '@cordee/core/time';
import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { inputHashOf, workspaceIds, type FactDraft } from '../../fact/index.ts';
import type { Intake } from '../intake.ts';
import { isAnythingDue } from '../state.store.ts';

const hourMs = 3_600_000;

/**
 * Records the end of holds in every workspace where something pending is due, once an hour at most; the count releases it. To be
 * run every few minutes: running it again, or in two processes at once, changes nothing. Returns how many workspaces it was.
 */
export async function releaseDue({
  db,
  intake,
  now,
}: {
  readonly db: Database;
  readonly intake: Pick<Intake, 'submit'>;
  readonly now: () => Instant;
}): Promise<number> {
  const at = now();
  const dueAt = Math.floor(at / hourMs) * hourMs;
  let released = 0;
  for (const workspaceId of await workspaceIds(db)) {
    const due = await transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return isAnythingDue(tx, workspaceId, dueAt);
    });
    if (!due) continue;
    await intake.submit(workspaceId, maturityDraft(dueAt, at));
    released += 1;
  }
  return released;
}

/** The end of every hold up to `dueAt`, as a fact of our own clock. */
export function maturityDraft(dueAt: Instant, now: Instant): FactDraft {
  return {
    kind: 'maturity',
    source: 'cordee/clock',
    externalId: formatInstant(dueAt),
    occurredAt: now,
    customer: null,
    currency: null,
    amount: null,
    target: null,
    body: { dueAt },
    strict: false,
    clickId: null,
    visitorId: null,
    inputHash: inputHashOf({ dueAt }),
  };
}
