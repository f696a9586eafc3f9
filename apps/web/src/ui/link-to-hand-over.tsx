import { Code, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

interface LinkToHandOverProps {
  readonly link: string;
  /** What is copied, as it is said after "copy". */
  readonly what: string;
  readonly children: ReactNode;
}

/** The link of an invitation, shown once to who invites. */
export function LinkToHandOver({ link, what, children }: LinkToHandOverProps) {
  return (
    <Stack component="output" align="flex-start">
      <Text>{children}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {link}
      </Code>
      <CopyButton value={link} what={what} variant="filled" size="sm" />
    </Stack>
  );
}
