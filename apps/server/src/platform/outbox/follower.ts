/** Follows a workspace soon after something was written in it, and never beside itself. */
export interface Follower {
  /** Something was written: follow soon. Cheap enough for every request. */
  kick(workspaceId: string): void;
  /** Follows now; joins a run under way and then runs once more. */
  follow(workspaceId: string): Promise<void>;
  /** Nothing is begun any more; resolves when what is under way has ended. */
  close(): Promise<void>;
}

export interface FollowerOptions {
  /** Each follows one source to its end, and stops soon once the signal says so. */
  readonly steps: readonly ((workspaceId: string, signal: AbortSignal) => Promise<unknown>)[];
  readonly onError: (error: unknown, workspaceId: string) => void;
  /** From the first kick to the run: what comes meanwhile is followed with it. */
  readonly delayMs?: number;
}

const DELAY_MS = 300;

export function openFollower({ steps, onError, delayMs = DELAY_MS }: FollowerOptions): Follower {
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, Promise<void>>();
  const closing = new AbortController();

  async function run(workspaceId: string): Promise<void> {
    for (const step of steps) {
      if (closing.signal.aborted) return;
      await step(workspaceId, closing.signal);
    }
  }

  async function follow(workspaceId: string): Promise<void> {
    for (let under = running.get(workspaceId); under !== undefined; under = running.get(workspaceId)) {
      await under.catch(() => undefined);
    }
    const started = run(workspaceId).finally(() => running.delete(workspaceId));
    running.set(workspaceId, started);
    await started;
  }

  return {
    follow,
    kick(workspaceId) {
      if (closing.signal.aborted || timers.has(workspaceId)) return;
      const timer = setTimeout(() => {
        timers.delete(workspaceId);
        follow(workspaceId).catch((error: unknown) => onError(error, workspaceId));
      }, delayMs);
      timers.set(workspaceId, timer);
    },
    async close() {
      closing.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await Promise.allSettled(running.values());
    },
  };
}
