import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** The head of a part of the settings: what it is, and what can be begun. */
export function PartHead({ title, children, actions }: { title: ReactNode; children: ReactNode; actions?: ReactNode }) {
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="sm">
      <div>
        {title}
        <Text component="div" c="dimmed" maw={640}>
          {children}
        </Text>
      </div>
      <Group gap="xs">{actions}</Group>
    </Group>
  );
}
