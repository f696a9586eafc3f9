import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface DescriptionListProps {
  /** What is empty is left out. */
  readonly lines: readonly (readonly [label: string, value: ReactNode])[];
  /** Of the labels, in pixels. */
  readonly width: number;
}

/** What something is, line by line, each under its name. */
export function DescriptionList({ lines, width }: DescriptionListProps) {
  return (
    <Stack component="dl" gap={6} m={0}>
      {lines
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <Group key={label} gap="xs" wrap="nowrap" align="baseline">
            <Text component="dt" c="dimmed" w={width} style={{ flex: 'none' }}>
              {label}
            </Text>
            <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </Group>
        ))}
    </Stack>
  );
}
