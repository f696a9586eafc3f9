import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

/** What an answer shows once it is there; until then its place, or why it is not. */
export function Answered<Answer>({
  query,
  children,
}: {
  query: Pick<UseQueryResult<Answer>, 'data' | 'error' | 'refetch'>;
  children: (answer: Answer) => ReactNode;
}) {
  if (query.error !== null) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  return query.data === undefined ? <Skeleton h={320} /> : children(query.data);
}
