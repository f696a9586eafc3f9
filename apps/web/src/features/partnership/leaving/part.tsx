import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PartProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page with its name, and what it is for. */
export function Part({ title, about, children }: PartProps) {
  return (
    <Stack component="section" aria-label={title} gap="xs">
      <Title order={2} size="h4">
        {title}
      </Title>
      {about !== undefined && (
        <Text size="sm" c="dimmed" maw={720}>
          {about}
        </Text>
      )}
      {children}
    </Stack>
  );
}
