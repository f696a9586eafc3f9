import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';

/** A key, a link or a piece of a page to be taken elsewhere. */
export function CopyField({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text fw={500}>{label}</Text>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="subtle" onClick={copy}>
              {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} tabIndex={0} aria-label={label}>
        {value}
      </Code>
    </div>
  );
}
