import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { enrollmentsQuery, type Claim } from './claim.queries.ts';
import type { Part } from './settlement-draft.ts';

type Typed = Omit<Part, 'enrollmentId'>;

/** The parts of a split as they are typed, each with the enrollment it stands for in the program of the claim. */
export function useParts({ partnerId, enrollmentId, programId }: Claim) {
  const [typed, setTyped] = useState<readonly Typed[]>([
    { key: 0, partnerId, share: '' },
    { key: 1, partnerId: null, share: '' },
  ]);
  const answers = useQueries({
    queries: typed.map((part) => ({
      ...enrollmentsQuery(part.partnerId ?? '', programId),
      enabled: part.partnerId !== null && part.key > 0,
    })),
  });
  const parts = typed.map((part, index): Part => {
    const active = answers[index]?.data?.items.find(({ state }) => state === 'active')?.id ?? '';
    return { ...part, enrollmentId: part.key === 0 ? enrollmentId : active };
  });
  return {
    parts,
    change: (key: number, part: Partial<Typed>) =>
      setTyped((now) => now.map((each) => (each.key === key ? { ...each, ...part } : each))),
    add: () => setTyped((now) => [...now, { key: 1 + Math.max(...now.map(({ key }) => key)), partnerId: null, share: '' }]),
    remove: (key: number) => setTyped((now) => now.filter((each) => each.key !== key)),
  };
}
