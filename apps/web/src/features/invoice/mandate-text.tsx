import { Paper, Text } from '@mantine/core';

/** What a partner agrees to, to the letter. */
export function MandateText({ text }: { text: string }) {
  return (
    <Paper withBorder p="md" maw={640}>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Text>
    </Paper>
  );
}
