import type { Database } from '../../../platform/db/index.ts';
import { ClickBatch, type Waiter } from './click-batch.ts';
import { ensureMonth, isMissingPartition, storeMessage } from './click-copy.store.ts';
import { boundsOf, monthOf } from './click-month.ts';
import type { ClickRow } from './click-row.ts';

export interface ClickWriter {
  /** Takes a click unless the queue is full or closing; its waiter is then told once the click is durable or failed. */
  add(row: ClickRow, waiter: Waiter): boolean;
  /** Makes the partitions of this month and the next, so that no click ever waits for one. */
  prepareMonths(): Promise<void>;
  /** Clicks taken and not yet answered. */
  waiting(): number;
  /** Takes no more; resolves when every click taken was answered. */
  close(): Promise<void>;
}

export interface ClickWriterOptions {
  /** Its own, with `lanes` connections: clicks must not wait for those of slow reports. */
  readonly db: Database;
  readonly now: () => number;
  readonly lanes?: number;
  readonly mostWaiting?: number;
  readonly timeoutMs?: number;
  readonly onBatch?: (rows: number) => void;
  readonly onFault?: (error: Error) => void;
}

/** With this many rows a batch stops growing: beyond it a longer message only delays those who wait. */
const MOST_ROWS = 2000;

/**
 * Natural batching: no timer; whenever a lane is free it takes all that waits. One click alone is stored at once, a crowd is
 * stored together, and the load itself sets the size of the batches.
 */
export function openClickWriter(options: ClickWriterOptions): ClickWriter {
  const { db, now, lanes = 2, mostWaiting = 20_000, timeoutMs = 10_000 } = options;
  const open: ClickBatch[] = [];
  const months = new Set<string>();
  let busy = 0;
  let waiting = 0;
  let scheduled = false;
  let closing = false;
  let drained: (() => void) | null = null;

  function add(row: ClickRow, waiter: Waiter): boolean {
    if (closing || waiting >= mostWaiting) return false;
    batchFor(monthOf(row.at)).add(row, waiter);
    waiting += 1;
    schedule();
    return true;
  }

  function batchFor(month: string): ClickBatch {
    for (const batch of open) if (batch.month === month && batch.rows < MOST_ROWS) return batch;
    const batch = new ClickBatch(month);
    open.push(batch);
    return batch;
  }

  // After the requests of this turn of the event loop have been read, so that they travel together.
  function schedule(): void {
    if (scheduled || busy >= lanes) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      flush();
    });
  }

  function flush(): void {
    while (busy < lanes) {
      const batch = open.shift();
      if (batch === undefined) return;
      busy += 1;
      void run(batch);
    }
  }

  async function run(batch: ClickBatch): Promise<void> {
    options.onBatch?.(batch.rows);
    let fault: Error | null;
    try {
      fault = await send(batch.month, () => batch.message());
    } catch (error) {
      return leave(batch, asError(error));
    }
    if (fault === null || batch.rows === 1) return leave(batch, fault);
    options.onFault?.(fault);
    await storeOneByOne(batch);
    leave(batch, null);
  }

  // What waits is sent before those who waited are answered, so that the database and this process work at the same time.
  function leave(batch: ClickBatch, failure: Error | null): void {
    busy -= 1;
    flush();
    if (failure !== null) options.onFault?.(failure);
    for (const waiter of batch.waiters) settle(waiter, failure);
    if (waiting === 0) drained?.();
  }

  // One row that the table refuses must not sink the others.
  async function storeOneByOne(batch: ClickBatch): Promise<void> {
    const waiters = batch.waiters.splice(0);
    for (const [index, waiter] of waiters.entries()) {
      settle(waiter, await send(batch.month, () => batch.messageOf(index)).catch(asError));
    }
  }

  async function send(month: string, message: () => Buffer): Promise<Error | null> {
    if (!months.has(month)) await ensure(month);
    const fault = await storeMessage(db, message(), timeoutMs);
    if (fault === null || !isMissingPartition(fault)) return fault;
    await ensure(month);
    return storeMessage(db, message(), timeoutMs);
  }

  async function ensure(month: string): Promise<void> {
    await ensureMonth(db, month);
    months.add(month);
  }

  function settle(waiter: Waiter, failure: Error | null): void {
    waiting -= 1;
    try {
      if (failure === null) waiter.committed();
      else waiter.failed(failure);
    } catch (error) {
      options.onFault?.(asError(error));
    }
  }

  return {
    add,
    waiting: () => waiting,
    async prepareMonths() {
      const month = monthOf(now());
      await ensure(month);
      await ensure(monthOf(boundsOf(month).to));
    },
    close() {
      closing = true;
      if (waiting === 0) return Promise.resolve();
      return new Promise((resolve) => {
        drained = resolve;
      });
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('storing clicks failed', { cause: error });
}
