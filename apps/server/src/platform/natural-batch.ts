/** One thing waiting to be done, with the promise of who waits for it. */
export interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface NaturalBatch<Item, Result> {
  /** Adds an item to the next batch; rejects with `full()` when too many wait. */
  submit(item: Item): Promise<Result>;
  /** Resolves once nothing waits or runs. */
  drained(): Promise<void>;
  readonly depth: number;
}

export interface NaturalBatchOptions<Item, Result> {
  readonly maxBatch: number;
  readonly maxWaiting: number;
  readonly full: () => Error;
  /** Must settle every entry it is given, unless it throws: then all of them fail with that. Returns what must be tried again. */
  readonly run: (entries: readonly Waiting<Item, Result>[]) => Promise<readonly Waiting<Item, Result>[]>;
}

/**
 * Batches that form by themselves: whatever arrives while one batch is being committed makes up the next. No timer, so a
 * lone item waits for nobody and a crowd shares one commit.
 */
export function naturalBatch<Item, Result>(options: NaturalBatchOptions<Item, Result>): NaturalBatch<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let running = false;
  let idle: (() => void)[] = [];

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, options.maxBatch);
      waiting = waiting.slice(options.maxBatch);
      try {
        const again = await options.run(batch);
        if (again.length > 0) waiting = [...again, ...waiting];
      } catch (error) {
        for (const entry of batch) entry.reject(error);
      }
    }
    running = false;
    for (const wake of idle.splice(0)) wake();
  }

  function start(): void {
    if (running) return;
    running = true;
    setImmediate(() => void work());
  }

  return {
    submit(item) {
      if (waiting.length >= options.maxWaiting) return Promise.reject(options.full());
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        start();
      });
    },
    drained() {
      if (!running) return Promise.resolve();
      return new Promise((resolve) => idle.push(resolve));
    },
    get depth() {
      return waiting.length;
    },
  };
}
