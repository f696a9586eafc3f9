import type { Instant } from '@cordee/core/time';
import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { inputHashOf, type FactDraft, type FactKey } from '../../fact/index.ts';
import { movePaidCursor, nextPaidClicks, type PaidClick } from '../../tracking/index.ts';
import { recordDrafts } from '../record.ts';

const chunk = 2000;

/**
 * Records the clicks that a plan pays for as facts, each once: a click already recorded is known by its id, so a run that was
 * cut off is simply made again. Returns the workspaces that have something to count.
 */
export async function recordPaidClicks(db: Database, now: Instant): Promise<string[]> {
  const touched = new Set<string>();
  for (;;) {
    const through = await transaction(db, async (tx) => {
      await withWorkspace(tx, '*');
      const { clicks, through: end } = await nextPaidClicks(tx, chunk);
      for (const [workspaceId, own] of byWorkspace(clicks)) {
        touched.add(workspaceId);
        await record(db, workspaceId, own, now);
      }
      if (end !== null) await movePaidCursor(tx, end);
      return end;
    });
    if (through === null) return [...touched];
  }
}

async function record(db: Database, workspaceId: string, clicks: readonly PaidClick[], now: Instant): Promise<void> {
  await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    await recordDrafts(tx, workspaceId, now, clicks.map(clickDraft));
  });
}

/** The key of the fact that a click becomes. */
export function clickKey(id: string): FactKey {
  return { source: 'cordee/click', externalId: id };
}

function clickDraft({ id, at, enrollmentId, linkId, subId, flag }: PaidClick): FactDraft {
  const optional = { ...(subId === null ? {} : { subId }), ...(flag === null ? {} : { flag }) };
  return {
    kind: 'click',
    ...clickKey(id),
    occurredAt: at,
    customer: null,
    currency: null,
    amount: null,
    target: null,
    strict: false,
    clickId: null,
    visitorId: null,
    inputHash: inputHashOf({ id }),
    body: { touches: [{ id, at, enrollmentId, linkId, ...optional }] },
  };
}

function byWorkspace(clicks: readonly PaidClick[]): Map<string, PaidClick[]> {
  const groups = new Map<string, PaidClick[]>();
  for (const click of clicks) {
    const own = groups.get(click.workspaceId) ?? [];
    groups.set(click.workspaceId, own);
    own.push(click);
  }
  return groups;
}
