import type { Database } from '../../platform/db/index.ts';
import { rollUpConversions } from './verbs/roll-up-conversions.ts';

export interface SumsFollower {
  /** Something was counted in this workspace: it is added up once nothing has been for a moment. */
  told(workspaceId: string): void;
  /** Adds up nothing more; resolves when what runs has ended. */
  close(): Promise<void>;
}

export interface FollowerOptions {
  readonly db: Database;
  readonly onError: (error: unknown, workspaceId: string) => void;
  /** How long it must be quiet. Under steady load the periodic job adds up instead, in larger stretches. */
  readonly quietMs?: number;
}

/** Keeps figures fresh where little happens, without a part in how fast much is recorded. */
export function followCounting({ db, onError, quietMs = 500 }: FollowerOptions): SumsFollower {
  const waiting = new Map<string, NodeJS.Timeout>();
  const running = new Set<Promise<unknown>>();
  let closed = false;

  function add(workspaceId: string): void {
    waiting.delete(workspaceId);
    const run: Promise<unknown> = rollUpConversions(db, workspaceId)
      .catch((error: unknown) => onError(error, workspaceId))
      .finally(() => running.delete(run));
    running.add(run);
  }

  return {
    told(workspaceId) {
      if (closed) return;
      const known = waiting.get(workspaceId);
      if (known !== undefined) {
        known.refresh();
        return;
      }
      const timer = setTimeout(add, quietMs, workspaceId);
      timer.unref();
      waiting.set(workspaceId, timer);
    },
    async close() {
      closed = true;
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
      await Promise.all(running);
    },
  };
}
