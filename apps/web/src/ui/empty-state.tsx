import { Box, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing here yet: what would be here, and the next step. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap={6} py={48} px="md">
      <Text fw={600} ta="center">
        {title}
      </Text>
      {children !== undefined && (
        <Text c="dimmed" ta="center" maw={460}>
          {children}
        </Text>
      )}
      {action !== undefined && <Box mt="xs">{action}</Box>}
    </Stack>
  );
}
