import { localDateOf } from '@cordee/core/time';
import { queryOf } from '../../lib/api/queries.ts';

/** This month up to today, by days of the workspace. */
function thisMonth(zone: string): { from: string; to: string } {
  const to = localDateOf(Date.now(), zone);
  return { from: `${to.slice(0, 7)}-01`, to };
}

/** What each program cost this month in one currency: earned less what was taken back. */
export const costsQuery = (zone: string, currency: string) =>
  queryOf('getSeries', { query: { ...thisMonth(zone), metric: 'net', by: 'month', split: 'program', top: 50, currency } });

export const funnelQuery = (zone: string, programId: string) =>
  queryOf('getFunnel', { query: { ...thisMonth(zone), programId } });
