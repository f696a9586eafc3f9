import { getRouteApi } from '@tanstack/react-router';
import { useToday } from '../../ui/period-fields.tsx';
import { daysOf, periodPresets } from '../../ui/period-presets.ts';
import type { Scope } from './analytics.queries.ts';

const route = getRouteApi('/console/analytics');

/** The days and the program of all figures, as the address says; the last 90 days unless it does. */
export function useScope(): Scope {
  const { from, to, programId } = route.useSearch();
  const today = useToday();
  const days = daysOf({ from, to }) ?? periodPresets(today).last90;
  return { ...days, ...(programId === undefined ? {} : { programId }) };
}
