import type { LinkProps } from '@tanstack/react-router';
import type { Need } from './home.queries.ts';

const programs = { to: '/console/programs' } as const;

/** Where what waits is dealt with. */
export function placeOfNeed({ kind, examples }: Need): Pick<LinkProps, 'to' | 'search' | 'params'> {
  const within = onlyOf(examples.map((example) => example.within));
  switch (kind) {
    case 'commissions_in_review':
      return { to: '/console/review' };
    case 'commissions_held':
      return { to: '/console/review', search: { status: 'held' } };
    case 'commissions_suspended':
      return { to: '/console/review', search: { status: 'suspended' } };
    case 'accounts_to_confirm':
      return { to: '/console/payments/accounts' };
    case 'tax_details_proposed':
      return { to: '/console/settings/tax' };
    case 'batches_to_approve':
      return { to: '/console/payments/batches', search: { state: 'waiting' } };
    case 'contributions_waiting':
      return { to: '/console/contributions', search: { state: 'waiting' } };
    case 'claims_to_answer':
      return { to: '/console/claims', search: { state: 'to_answer' } };
    case 'claims_to_settle':
      return { to: '/console/claims', search: { state: 'to_settle' } };
    case 'payouts_under_way':
      return { to: '/console/commissions', search: { status: 'in_payout' } };
    case 'imports_failed':
    case 'imports_with_rejects':
      return { to: '/console/settings/imports' };
    case 'events_failed':
      return {
        to: '/console/settings/connections/$connectionId',
        params: { connectionId: examples[0]?.id ?? '' },
        search: { state: 'failed' },
      };
    case 'plans_changing':
      return within === null ? programs : { to: '/console/plans/$planId', params: { planId: within } };
    case 'enrollments_waiting':
      return within === null ? programs : { to: '/console/programs/$programId/enrollments', params: { programId: within } };
    default:
      return kind satisfies never;
  }
}

/** What all of them belong to; null when they belong to several. */
function onlyOf(places: readonly (string | null)[]): string | null {
  const [first = null] = places;
  return places.every((place) => place === first) ? first : null;
}
