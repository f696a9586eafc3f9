import { addRates, parseRate, ratePercentText, ZERO_RATE } from '@cordee/core/money';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { shareOf, type SplitPart } from './company-declaration.ts';
import { enrollmentsQuery, programsQuery } from './contribution.queries.ts';

/** The parts of a split as they are typed, each with the enrollment it stands for in the program of all of them. */
export function useSplit(given: string | null) {
  const language = useLanguage();
  const { data } = useQuery(programsQuery);
  const programs = data?.items.filter(({ archivedAt }) => archivedAt === null) ?? [];
  const [chosen, setProgram] = useState<string | null>(null);
  const programId = chosen ?? programs[0]?.id ?? null;
  const [parts, setParts] = useState<readonly SplitPart[]>([
    { key: 0, partnerId: given, share: '' },
    { key: 1, partnerId: null, share: '' },
  ]);
  const answers = useQueries({
    queries: parts.map(({ partnerId }) => ({
      ...enrollmentsQuery(partnerId ?? '', programId ?? ''),
      enabled: partnerId !== null && programId !== null,
    })),
  });
  const enrolled = parts.map(({ partnerId }, index) => ({
    enrollmentId: answers[index]?.data?.items.find(({ state }) => state === 'active')?.id ?? '',
    /** Chosen, and not active in this program. */
    isStranger: partnerId !== null && answers[index]?.data?.items.some(({ state }) => state === 'active') === false,
  }));
  const total = parts.reduce((sum, { share }) => addRates(sum, parseRate(shareOf(share)) ?? ZERO_RATE), ZERO_RATE);
  return {
    programs,
    programId,
    setProgram,
    parts,
    enrolled,
    shares: parts.map(({ share }, index) => ({ enrollmentId: enrolled[index]?.enrollmentId ?? '', share })),
    total: ratePercentText(total, language),
    change: (key: number, part: Partial<SplitPart>) =>
      setParts((now) => now.map((each) => (each.key === key ? { ...each, ...part } : each))),
    add: () => setParts((now) => [...now, { key: 1 + Math.max(...now.map(({ key }) => key)), partnerId: null, share: '' }]),
    remove: (key: number) => setParts((now) => now.filter((each) => each.key !== key)),
  };
}
