import { useQuery } from '@tanstack/react-query';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { ownTermsQuery } from './link.queries.ts';

/** The programs of a partner, whoever looks unless another is named, by enrollment; those that are over are told apart. */
export function usePrograms(partnerId = shownPartnerId()) {
  const { data } = useQuery(ownTermsQuery(partnerId));
  const nameOf = (enrollmentId: string) => data?.find(({ enrollment }) => enrollment.id === enrollmentId)?.program.name ?? '';
  return {
    /** undefined until it is known. */
    open: data?.filter(({ enrollment }) => enrollment.state !== 'ended'),
    several: (data?.length ?? 0) > 1,
    nameOf,
  };
}
