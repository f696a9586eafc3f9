import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '@cordee/core/time';

interface Kept<Value> {
  readonly at: Instant;
  readonly until: Instant;
  readonly value: Value;
}

/** Sums that took less are added up each time, and this long is waited for those that take more. */
const SLOW_MS = 200;
/** So that adding up takes a hundredth of the time at most, however often somebody looks. */
const KEPT_FACTOR = 100;
/** What is older is worse than nothing. */
const OLDEST_MS = 60 * 60_000;
const MOST_KEPT = 1000;

/**
 * Answers that may be slow to add up. A small company always sees the present. One with a hundred thousand partners never waits: it
 * is told what was kept, which is added up anew when it is older than a hundred times what that takes, or null while there is nothing
 * yet. In memory, each process for itself; the answer not used for longest goes.
 */
export class SlowAnswers<Value> {
  readonly #kept = new Map<string, Kept<Value>>();
  readonly #running = new Map<string, Promise<Value>>();
  readonly #failed = new Map<string, unknown>();
  readonly #patience: number;

  constructor(patience = SLOW_MS) {
    this.#patience = patience;
  }

  /** The answer of this name; null when it takes long and is not known yet: ask again. `now` tells time, `add` adds up. */
  async get(name: string, now: () => Instant, add: () => Promise<Value>): Promise<Value | null> {
    this.#throwFailure(name);
    const known = this.#kept.get(name);
    const at = now();
    if (known !== undefined && at < known.until && at >= known.at) return known.value;
    const running = this.#running.get(name) ?? this.#start(name, now, add);
    if (known !== undefined && at >= known.at && at < known.at + OLDEST_MS) return known.value;
    return this.#await(name, running);
  }

  /** Nobody may be waiting any more when it fails: whoever asks next is told. */
  #throwFailure(name: string): void {
    if (!this.#failed.has(name)) return;
    const error = this.#failed.get(name);
    this.#failed.delete(name);
    throw error;
  }

  #start(name: string, now: () => Instant, add: () => Promise<Value>): Promise<Value> {
    const at = now();
    const running = add();
    this.#running.set(name, running);
    running.then(
      (value) => {
        this.#running.delete(name);
        this.#keep(name, { at, until: at + (now() - at) * KEPT_FACTOR, value });
      },
      (error: unknown) => {
        this.#running.delete(name);
        this.#failed.set(name, error);
      },
    );
    return running;
  }

  async #await(name: string, running: Promise<Value>): Promise<Value | null> {
    const ended = new AbortController();
    const patience = delay(this.#patience, null, { signal: ended.signal }).catch(() => null);
    try {
      return await Promise.race([running, patience]);
    } catch (error) {
      this.#failed.delete(name);
      throw error;
    } finally {
      ended.abort();
    }
  }

  #keep(name: string, kept: Kept<Value>): void {
    this.#kept.delete(name);
    if (kept.until - kept.at < SLOW_MS * KEPT_FACTOR) return;
    if (this.#kept.size >= MOST_KEPT) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    this.#kept.set(name, kept);
  }
}
