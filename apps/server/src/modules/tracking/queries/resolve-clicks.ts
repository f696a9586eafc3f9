import type { FactTouch } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import { systemClock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { instantOfUuid } from '../../../platform/uuid.ts';
import { clicksById, clicksByVisitor } from '../clicks.store.ts';

export interface ClickTraces {
  readonly clickIds: readonly string[];
  readonly visitorIds: readonly string[];
  /** Visitors' clicks up to this instant; up to the latest unless said. */
  readonly until?: Instant;
}

export interface ResolvedTouches {
  readonly byClick: ReadonlyMap<string, readonly FactTouch[]>;
  readonly byVisitor: ReadonlyMap<string, readonly FactTouch[]>;
}

const DAY_MS = 86_400_000;
/** No attribution window is longer, and browsers keep no cookie longer. */
const REACH_DAYS = 400;
const MOST_BY_VISITOR = 50;

/**
 * The clicks behind the traces of many events at once, two statements in all. Ids (uuids) that lead to no click of the
 * workspace are simply absent. By visitor: the latest 50 within 400 days, newest first.
 */
export async function resolveClicks(tx: Tx, workspaceId: string, traces: ClickTraces): Promise<ResolvedTouches> {
  const ids: string[] = [];
  const instants: Instant[] = [];
  for (const id of new Set(traces.clickIds)) {
    const at = instantOfUuid(id);
    if (at === null) continue;
    ids.push(id);
    instants.push(at);
  }
  const until = traces.until ?? systemClock() + DAY_MS;
  const window = { from: until - (REACH_DAYS + 1) * DAY_MS, until, most: MOST_BY_VISITOR };
  return {
    byClick: await clicksById(tx, workspaceId, ids, instants),
    byVisitor: await clicksByVisitor(tx, workspaceId, [...new Set(traces.visitorIds)], window),
  };
}
