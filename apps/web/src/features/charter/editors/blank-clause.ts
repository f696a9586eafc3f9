import type { Clause } from '../charter.queries.ts';
import { newKey } from './row-list.tsx';

/** A clause to write oneself. */
export function blankClause(): Clause {
  const nothing = { fr: '', en: '' };
  return { key: newKey('own'), kind: 'other', from: null, title: nothing, text: nothing, values: {}, terms: [] };
}
