import { queryOf } from '../../../lib/api/queries.ts';

export const programsQuery = queryOf('listPrograms', { query: { limit: 20 } });
export const planQuery = (id: string) => queryOf('getPlan', { params: { id } });
export const lastSeenQuery = queryOf('scriptLastSeen', {});
export const connectionsQuery = queryOf('listConnections', { query: { limit: 1 } });
export const importsQuery = queryOf('listImports', { query: { limit: 1 } });
export const partnersQuery = queryOf('listPartners', { query: { limit: 1 } });
export const workspaceQuery = queryOf('getWorkspace', {});
