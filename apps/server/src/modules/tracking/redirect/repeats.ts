import type { Instant } from '@cordee/core/time';

export interface Repeats {
  /** Whether this visitor used this link within the last `minutes`; if not, this click opens the window. */
  check(key: string, at: Instant, minutes: number): boolean;
  /** A click that opened a window was not stored after all. */
  forget(key: string, at: Instant): void;
}

/**
 * Who clicked what lately, in bounded memory: two generations, the older dropped when the newer is full. Dropping early only
 * means that a repeat counts as a click. The window runs from the click that counted, so that repeats do not prolong it.
 */
export function createRepeats(mostKeys = 200_000): Repeats {
  let young = new Map<string, Instant>();
  let old = new Map<string, Instant>();
  return {
    check(key, at, minutes) {
      if (minutes <= 0) return false;
      const since = young.get(key) ?? old.get(key);
      if (since !== undefined && at - since < minutes * 60_000) return true;
      if (young.size >= mostKeys) [old, young] = [young, new Map()];
      young.set(key, at);
      return false;
    },
    forget(key, at) {
      if (young.get(key) === at) young.delete(key);
    },
  };
}
