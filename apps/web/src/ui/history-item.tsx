import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Instant } from './values.tsx';

interface HistoryItemProps {
  /** What happened, in a few words. */
  readonly what: string;
  /** More of it, and who did it: each after a point. */
  readonly more: readonly (string | null)[];
  readonly at: string;
  readonly isPartner: boolean;
  /** What was written. */
  readonly text: string | null;
  readonly children?: ReactNode;
}

/** One thing that happened, in an ordered list of them; what the partner did is marked. */
export function HistoryItem({ what, more, at, isPartner, text, children }: HistoryItemProps) {
  return (
    <Box
      component="li"
      pl="sm"
      style={{ borderInlineStart: `3px solid var(--mantine-color-${isPartner ? 'teal-6' : 'gray-5'})` }}
    >
      <Text size="sm" c="dimmed">
        <b>{what}</b>
        {more.filter((part) => part !== null).map((part) => ` · ${part}`)}
        {' · '}
        <Instant at={at} />
      </Text>
      {text !== null && <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>}
      {children}
    </Box>
  );
}
