import type { Database } from '../../../platform/db/index.ts';
import { ClickBatch, type Waiter } from './click-batch.ts';
import { ensureMonth, isMissingPartition, storeMessage } from './click-copy.store.ts';
import { boundsOf, monthOf } from './click-month.ts';
import type { ClickRow } from './click-row.ts';

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
export class ClickWriter {
  readonly #options: ClickWriterOptions;
  readonly #lanes: number;
  readonly #mostWaiting: number;
  readonly #open: ClickBatch[] = [];
  readonly #months = new Set<string>();
  #busy = 0;
  /** Clicks on their way to the database. */
  #flying = 0;
  #waiting = 0;
  #scheduled = false;
  #closing = false;
  #drained: (() => void) | null = null;

  constructor(options: ClickWriterOptions) {
    this.#options = options;
    this.#lanes = options.lanes ?? 2;
    this.#mostWaiting = options.mostWaiting ?? 20_000;
  }

  /** Takes a click unless the queue is full or closing; its waiter is then told once the click is durable or failed. */
  add(row: ClickRow, waiter: Waiter): boolean {
    if (this.#closing || this.#waiting >= this.#mostWaiting) return false;
    this.#batchFor(monthOf(row.id.at)).add(row, waiter);
    this.#waiting += 1;
    this.#schedule();
    return true;
  }

  /** Clicks taken and not yet answered. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Makes the partitions of this month and the next, so that no click ever waits for one. */
  async prepareMonths(): Promise<void> {
    const month = monthOf(this.#options.now());
    await this.#ensure(month);
    await this.#ensure(monthOf(boundsOf(month).to));
  }

  /** Takes no more; resolves when every click taken was answered. */
  close(): Promise<void> {
    this.#closing = true;
    if (this.#waiting === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#drained = resolve;
    });
  }

  #batchFor(month: string): ClickBatch {
    for (const batch of this.#open) if (batch.month === month && batch.rows < MOST_ROWS) return batch;
    const batch = new ClickBatch(month);
    this.#open.push(batch);
    return batch;
  }

  // After the requests of this turn of the event loop have been read, so that they travel together.
  #schedule(): void {
    if (this.#scheduled || !this.#mayStart()) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#flush();
    });
  }

  // A second lane is worth its second commit once as many wait as are on their way; smaller batches cost more than they save.
  #mayStart(): boolean {
    if (this.#busy === 0) return true;
    const [first] = this.#open;
    return this.#busy < this.#lanes && first !== undefined && first.rows >= this.#flying;
  }

  #flush(): void {
    while (this.#mayStart()) {
      const batch = this.#open.shift();
      if (batch === undefined) return;
      this.#busy += 1;
      void this.#run(batch);
    }
  }

  async #run(batch: ClickBatch): Promise<void> {
    const { rows } = batch;
    this.#flying += rows;
    this.#options.onBatch?.(rows);
    let fault: Error | null;
    try {
      fault = await this.#send(batch.month, () => batch.message());
    } catch (error) {
      return this.#leave(batch, rows, asError(error));
    }
    if (fault === null || rows === 1) return this.#leave(batch, rows, fault);
    this.#options.onFault?.(fault);
    await this.#storeOneByOne(batch);
    this.#leave(batch, rows, null);
  }

  // What waits is sent before those who waited are answered, so that the database and this process work at the same time.
  #leave(batch: ClickBatch, rows: number, failure: Error | null): void {
    this.#busy -= 1;
    this.#flying -= rows;
    this.#flush();
    if (failure !== null) this.#options.onFault?.(failure);
    for (const waiter of batch.waiters) this.#settle(waiter, failure);
    if (this.#waiting === 0) this.#drained?.();
  }

  // One row that the table refuses must not sink the others.
  async #storeOneByOne(batch: ClickBatch): Promise<void> {
    const waiters = batch.waiters.splice(0);
    for (const [index, waiter] of waiters.entries()) {
      this.#settle(waiter, await this.#send(batch.month, () => batch.messageOf(index)).catch(asError));
    }
  }

  async #send(month: string, message: () => Buffer): Promise<Error | null> {
    const { db, timeoutMs = 10_000 } = this.#options;
    if (!this.#months.has(month)) await this.#ensure(month);
    const fault = await storeMessage(db, message(), timeoutMs);
    if (fault === null || !isMissingPartition(fault)) return fault;
    await this.#ensure(month);
    return storeMessage(db, message(), timeoutMs);
  }

  async #ensure(month: string): Promise<void> {
    await ensureMonth(this.#options.db, month);
    this.#months.add(month);
  }

  #settle(waiter: Waiter, failure: Error | null): void {
    this.#waiting -= 1;
    try {
      if (failure === null) waiter.committed();
      else waiter.failed(failure);
    } catch (error) {
      this.#options.onFault?.(asError(error));
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('storing clicks failed', { cause: error });
}
