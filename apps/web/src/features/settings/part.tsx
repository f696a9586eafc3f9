import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PartProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** For forms, which are read in one column. */
  readonly narrow?: boolean;
}

/** A part of the settings: what it sets, why, and the means. */
export function Part({ title, lead, actions, children, narrow = false }: PartProps) {
  return (
    <Box component="section" mb={40} {...(narrow ? { maw: 560 } : {})}>
      <Group justify="space-between" align="flex-start" gap="sm" mb="sm">
        <div>
          <Title order={2}>{title}</Title>
          {lead !== undefined && (
            <Text component="div" c="dimmed" maw={640}>
              {lead}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Box>
  );
}
