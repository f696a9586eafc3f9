import type { ListCodes } from '@cordee/contract/enrollment';
import { decodeCursor } from '../../platform/cursor.ts';
import type { CodeFilter } from './code.store.ts';

/** What a list of links or coupons is to hold, one row more than asked; null when an actor limited to `own` asks for another partner. */
export function codeFilter(query: ListCodes, own: string | null): CodeFilter | null {
  if (own !== null && query.partnerId !== undefined && query.partnerId !== own) return null;
  const [after = null] = decodeCursor(query.cursor, 1) ?? [];
  return {
    id: null,
    enrollmentId: query.enrollmentId ?? null,
    programId: query.programId ?? null,
    partnerId: own ?? query.partnerId ?? null,
    after,
    limit: query.limit + 1,
  };
}
