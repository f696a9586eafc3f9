const NAMES = new Set(['sub', 'subid', 'sub_id']);
const UNSAFE = /[^A-Za-z0-9._~:@|,+-]+/g;
const LONGEST = 100;

/** The partner's own label of a click, from `sub`, `subid` or `sub_id` in a query; the first that says something. */
export function subIdOf(query: string): string | null {
  if (query === '') return null;
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && NAMES.has(pair.slice(0, equals).toLowerCase())) {
      const subId = cleanSubId(pair.slice(equals + 1));
      if (subId !== null) return subId;
    }
  }
  return null;
}

/** At most 100 characters that are safe in any column, file or page; a run of others becomes one `_`. null when nothing is left. */
export function cleanSubId(text: string): string | null {
  const cleaned = decoded(text.slice(0, 4 * LONGEST))
    .replace(UNSAFE, '_')
    .slice(0, LONGEST);
  return cleaned === '' || cleaned === '_' ? null : cleaned;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
