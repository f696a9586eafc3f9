import type { PeriodAnswer } from '@cordee/contract/statement';
import { formatInstant, type Period } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import type { Closing } from './period.store.ts';

/** A month that is closed, or being closed, by the name of whoever closed it. */
export function closedAnswer(closing: Closing, closedBy: string | null): Wire<PeriodAnswer> {
  return {
    period: closing.month,
    from: formatInstant(closing.from),
    to: formatInstant(closing.to),
    state: closing.state,
    mayClose: false,
    warnings: [],
    closedAt: formatInstant(closing.closedAt),
    closedBy,
    statements: closing.statements,
    late: closing.late,
    transactionHash: closing.transactionHash.toString('hex'),
  };
}

type Standing = Pick<Wire<PeriodAnswer>, 'state' | 'mayClose' | 'warnings'>;

/** A month that is not closed. */
export function openAnswer({ key, from, to }: Period, standing: Standing): Wire<PeriodAnswer> {
  return {
    period: key,
    from: formatInstant(from),
    to: formatInstant(to),
    ...standing,
    closedAt: null,
    closedBy: null,
    statements: null,
    late: null,
    transactionHash: null,
  };
}
