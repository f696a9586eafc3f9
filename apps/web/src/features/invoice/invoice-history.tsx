import { Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { HistoryItem } from '../../ui/history-item.tsx';
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
  const more = [said === undefined ? null : `${t(said)} (${platformCode})`, side === 'clock' ? null : author];
  return <HistoryItem what={t(stepWords[kind])} more={more} at={at} isPartner={side === 'partner'} text={text} />;
}
