// Below this, one edit is most of the word: a guess would credit the wrong partner.
const SHORTEST_GUESS = 3;

/**
 * The one candidate that `code` was meant to be: itself, or else the only candidate one edit away (a character missing, added or
 * changed; the usual case is a link copied without its last character). `null` when none or several are, and below 3 characters.
 */
export function nearestCode(code: string, candidates: Iterable<string>): string | null {
  let found: string | null = null;
  let several = false;
  for (const candidate of candidates) {
    if (candidate === code) return candidate;
    if (code.length < SHORTEST_GUESS || several || candidate === found || !isOneEditAway(code, candidate)) continue;
    if (found !== null) several = true;
    found = candidate;
  }
  return several ? null : found;
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start += 1;
  const skipped = short.length === long.length ? 1 : 0;
  return short.slice(start + skipped) === long.slice(start + 1) && short !== long;
}
