import type { InputOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Connection = ItemOf<'listConnections'>;
export type ConnectionKind = Connection['kind'];
export type HookEvent = ItemOf<'listConnectionEvents'>;
export type EventState = HookEvent['state'];
export type Import = ItemOf<'listImports'>;
export type ImportKind = InputOf<'startImport'>['query']['kind'];

export const connectionsQuery = pagesOf('listConnections', { query: { limit: 100 } });
export const eventsQuery = (id: string, state?: EventState) =>
  pagesOf('listConnectionEvents', { params: { id }, query: { limit: 100, ...(state === undefined ? {} : { state }) } });
export const importsQuery = pagesOf('listImports', { query: { limit: 50 } });
export const programsQuery = queryOf('listPrograms', { query: { limit: 100 } });
