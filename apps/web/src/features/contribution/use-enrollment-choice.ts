import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { enrollmentsQuery, programsQuery } from './contribution.queries.ts';

/** For which partner, in which of its programs; nobody is asked where there is one. */
export function useEnrollmentChoice(given: string | null) {
  const [partnerId, setPartner] = useState(given);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: programs } = useQuery(programsQuery);
  const { data } = useQuery({ ...enrollmentsQuery(partnerId ?? ''), enabled: partnerId !== null });
  const active = data?.items.filter(({ state }) => state === 'active');
  const options = (active ?? []).map(({ id, programId }) => ({
    value: id,
    label: programs?.items.find((program) => program.id === programId)?.name ?? '…',
  }));
  const enrollmentId =
    options.find(({ value }) => value === chosen)?.value ?? (options.length === 1 ? options[0]?.value : '') ?? '';
  return {
    partnerId,
    setPartner: (id: string | null) => {
      setPartner(id);
      setChosen(null);
    },
    /** Of the active enrollments; undefined until they are known. */
    options: active === undefined ? undefined : options,
    enrollmentId,
    choose: setChosen,
  };
}
