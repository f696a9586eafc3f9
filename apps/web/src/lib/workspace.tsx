import { useQuery } from '@tanstack/react-query';
import { queryOf } from './api/queries.ts';

const workspaceQuery = { ...queryOf('getWorkspace', {}), staleTime: 5 * 60_000 };

/** The workspace as it is known so far. */
export function useWorkspace() {
  return useQuery(workspaceQuery).data;
}

/** The zone days begin and end in: the workspace's, the browser's until it is known. */
export function useZone(): string {
  return useWorkspace()?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
