export interface QueryPair {
  /** The pair as written, `name=value`. */
  readonly raw: string;
  /** The decoded name. */
  readonly name: string;
  /** The value as written, still encoded. */
  readonly rawValue: string;
}

/** The pairs of a query string, with or without its `?`; empty ones and everything from `#` on are left out. */
export function queryPairs(query: string): QueryPair[] {
  const [bare = ''] = query.split('#', 1);
  return (bare.startsWith('?') ? bare.slice(1) : bare)
    .split('&')
    .filter((raw) => raw !== '')
    .map((raw) => {
      const equals = raw.indexOf('=');
      const rawName = equals < 0 ? raw : raw.slice(0, equals);
      return { raw, name: decodeQueryText(rawName), rawValue: equals < 0 ? '' : raw.slice(equals + 1) };
    });
}

function decodeQueryText(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
