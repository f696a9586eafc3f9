import { useQueries } from '@tanstack/react-query';
import { useZone } from '../../lib/workspace.tsx';
import { costsQuery } from './month.queries.ts';

interface Costing {
  readonly id: string;
  readonly currency: string;
}

/** What a program cost this month: null while it is not known, or when it is none of the fifty dearest of its currency. */
export function useCosts(programs: readonly Costing[]): (program: Costing) => number | null {
  const zone = useZone();
  const currencies = [...new Set(programs.map(({ currency }) => currency))].filter((currency) => currency !== '');
  const answers = useQueries({ queries: currencies.map((currency) => costsQuery(zone, currency)) });
  return ({ id, currency }) => {
    const answer = answers[currencies.indexOf(currency)]?.data;
    if (answer === undefined) return null;
    const own = answer.series.find(({ key }) => key === id);
    if (own !== undefined) return own.total;
    return answer.series.some(({ key }) => key === 'others') ? null : 0;
  };
}
