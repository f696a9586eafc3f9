import { Box, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Instant } from '../../ui/values.tsx';
import type { InvoiceDetail } from './invoice.queries.ts';
import { platformWords, stepWords } from './invoice-words.ts';

/** Everything that happened to a document, in order. */
export function InvoiceHistory({ steps }: Pick<InvoiceDetail, 'steps'>) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        <Trans>History</Trans>
      </Title>
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {steps.map((step) => (
          <Step key={step.number} step={step} />
        ))}
      </Stack>
    </section>
  );
}

function Step({ step: { kind, side, at, author, text, platformCode } }: { step: InvoiceDetail['steps'][number] }) {
  const { t } = useLingui();
  const said = platformCode === null ? undefined : platformWords[platformCode];
  return (
    <Box
      component="li"
      pl="sm"
      style={{ borderInlineStart: `3px solid var(--mantine-color-${side === 'partner' ? 'teal-6' : 'gray-5'})` }}
    >
      <Text size="sm" c="dimmed">
        <b>{t(stepWords[kind])}</b>
        {said !== undefined && ` : ${t(said)} (${platformCode})`}
        {author !== null && side !== 'clock' && ` · ${author}`}
        {' · '}
        <Instant at={at} />
      </Text>
      {text !== null && <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>}
    </Box>
  );
}
