import type { Instant } from '@cordee/core/time';

interface Kept<Value> {
  readonly at: Instant;
  readonly until: Instant;
  readonly value: Value;
}

/** Sums that took less are added up each time. */
const SLOW_MS = 200;
/** So that adding up takes a hundredth of the time at most, however often somebody looks. */
const KEPT_FACTOR = 100;
const MOST_KEPT = 1000;

/**
 * Answers that are slow to add up, kept a hundred times as long as they took: a small company always sees the present, one with a
 * hundred thousand partners what was a minute or two ago. In memory, each process for itself; the answer not used for longest goes.
 */
export class SlowAnswers<Value> {
  readonly #kept = new Map<string, Kept<Value>>();

  /** The kept answer of this name, or a new one. `now` tells time, `add` adds up. */
  async get(name: string, now: () => Instant, add: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(name);
    const start = now();
    if (known !== undefined && start < known.until && start >= known.at) return known.value;
    const value = await add();
    const took = now() - start;
    this.#kept.delete(name);
    if (took >= SLOW_MS) this.#keep(name, { at: start, until: start + took * KEPT_FACTOR, value });
    return value;
  }

  #keep(name: string, kept: Kept<Value>): void {
    if (this.#kept.size >= MOST_KEPT) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    this.#kept.set(name, kept);
  }
}
