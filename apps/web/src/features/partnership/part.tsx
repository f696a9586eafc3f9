import { Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

interface PartProps {
  readonly title: string;
  /** What it is and who sees it. */
  readonly about?: ReactNode;
  readonly query?: { readonly isPending: boolean; readonly error: Error | null; readonly refetch: () => unknown };
  readonly children: ReactNode;
}

/** A part of the page: its name, what it is for, and what was read, or why it could not be. */
export function Part({ title, about, query, children }: PartProps) {
  const error = query?.error ?? null;
  return (
    <Stack component="section" aria-label={title} gap="sm">
      <Title order={2} size="h3">
        {title}
      </Title>
      {about !== undefined && (
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      )}
      {error !== null && <ProblemNotice error={error} onRetry={() => void query?.refetch()} />}
      {query?.isPending === true && error === null && <Skeleton h={80} />}
      {children}
    </Stack>
  );
}
