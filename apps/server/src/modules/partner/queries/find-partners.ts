import type { ListPartners } from '@cordee/contract/partner';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, refuseCursor } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { visiblePartner } from '../partner.policy.ts';
import { selectPartners, type ListedRecord, type PartnerSort } from '../partner-list.store.ts';

/** One more than a page of partners after the query's cursor; a partner user finds itself only. */
export function findPartners(tx: Tx, context: Context, query: ListPartners): Promise<ListedRecord[]> {
  const id = visiblePartner(context.actor);
  return selectPartners(tx, context.workspaceId, {
    id,
    search: query.search ?? null,
    kind: query.kind ?? null,
    country: query.country ?? null,
    stage: id === null ? (query.stage ?? null) : null,
    tag: id === null ? (query.tag ?? null) : null,
    programId: query.programId ?? null,
    state: query.state ?? null,
    archived: query.archived,
    sort: query.sort,
    after: afterOf(query),
    limit: query.limit + 1,
    now: context.now(),
  });
}

/** What a page is continued after: the sort, so that no other list takes it, what it is sorted by, and the id. */
export function cursorOf(sort: PartnerSort, { sortKey, id }: ListedRecord): readonly string[] {
  return [sort, sortKey, id];
}

const KEYS: Readonly<Record<PartnerSort, RegExp>> = {
  name: /^[^\0]*$/,
  newest: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  earned: /^-?\d{1,18}$/,
  lastActivity: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
};

function afterOf({ cursor, sort }: ListPartners): readonly string[] | null {
  const key = decodeCursor(cursor, 3);
  if (key === null) return null;
  const [of, sortKey = '', id = ''] = key;
  if (of !== sort || !KEYS[sort].test(sortKey)) refuseCursor();
  return [sortKey, id];
}
