import { transaction, type Database } from '../../platform/db/index.ts';
import { naturalBatch, type NaturalBatch } from '../../platform/natural-batch.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { FactDraft } from '../fact/index.ts';
import { resolveClicks, type ResolvedTouches } from '../tracking/index.ts';

type Traced = Pick<FactDraft, 'clickId' | 'visitorId'>;

export interface ClickLane {
  /** The clicks behind what an event names. */
  find(workspaceId: string, draft: Traced): Promise<ResolvedTouches>;
  drained(): Promise<void>;
  readonly depth: number;
}

export const untouched: ResolvedTouches = { byClick: new Map(), byVisitor: new Map() };

const maxBatch = 400;
const maxWaiting = 20_000;

export function isTraced({ clickId, visitorId }: Traced): boolean {
  return clickId !== null || visitorId !== null;
}

/**
 * Looks up the clicks that events name before they enter the lane in which facts take their place: there they need no look any
 * more. Whatever arrives while one look is under way is looked up together next. A click was answered once it was safe, so an event that
 * names one finds it; what is found is frozen in the fact.
 */
export function openClickLane(db: Database): ClickLane {
  const lanes = new Map<string, NaturalBatch<Traced, ResolvedTouches>>();
  function lane(workspaceId: string): NaturalBatch<Traced, ResolvedTouches> {
    let known = lanes.get(workspaceId);
    if (known === undefined) {
      known = naturalBatch<Traced, ResolvedTouches>({
        maxBatch,
        maxWaiting,
        full: () => new Refusal('unavailable'),
        async run(entries) {
          const traces = {
            clickIds: entries.flatMap(({ item }) => item.clickId ?? []),
            visitorIds: entries.flatMap(({ item }) => item.visitorId ?? []),
          };
          const found = await transaction(db, (tx) => resolveClicks(tx, workspaceId, traces), { workspaceId, lookUps: true });
          for (const entry of entries) entry.resolve(found);
          return [];
        },
      });
      lanes.set(workspaceId, known);
    }
    return known;
  }
  return {
    find: (workspaceId, draft) => (isTraced(draft) ? lane(workspaceId).submit(draft) : Promise.resolve(untouched)),
    drained: async () => {
      await Promise.all([...lanes.values()].map((known) => known.drained()));
    },
    get depth() {
      let depth = 0;
      for (const known of lanes.values()) depth += known.depth;
      return depth;
    },
  };
}
