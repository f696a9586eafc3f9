/** The jobs this process has in hand; one that ended stays among them for `graceMs`, until its outcome is surely written. */
export interface RunningJobs {
  begin(id: string): void;
  end(id: string): void;
  readonly ids: () => string[];
}

export function trackJobs(graceMs: number): RunningJobs {
  const running = new Set<string>();
  const endedAt = new Map<string, number>();
  return {
    begin(id) {
      running.add(id);
      endedAt.delete(id);
    },
    end(id) {
      running.delete(id);
      endedAt.set(id, performance.now());
    },
    ids() {
      const oldest = performance.now() - graceMs;
      for (const [id, at] of endedAt) if (at < oldest) endedAt.delete(id);
      return [...running, ...endedAt.keys()];
    },
  };
}
