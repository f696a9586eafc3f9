import { Paper, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useLanguage } from '../../lib/use-language.ts';
import { LocalDate, Money, Percent } from '../../ui/values.tsx';
import type { Table } from './tax.queries.ts';

type Rule = Table['document']['rules'][number];

/** The rules of a table in their order, and what they refer to, to read. */
export function TableRules({ table: { document } }: { table: Table }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { rules, mentions, thresholds } = document;
  if (rules.length === 0) {
    return (
      <Text>
        <Trans>No rule yet: nothing is decided, and no document is made. Draft the first version with your accountant.</Trans>
      </Text>
    );
  }
  return (
    <>
      <Stack component="ol" gap="xs" aria-label={t`Rules`} pl="lg" m={0}>
        {rules.map((rule) => (
          <li key={rule.key}>
            <Text fw={600} component="span">
              {rule.label[language]}
            </Text>
            <Text size="sm">
              <OutcomeText outcome={rule.outcome} />
            </Text>
            <Text size="sm" c="dimmed">
              {rule.source} · <Days of={rule} />
            </Text>
          </li>
        ))}
      </Stack>
      <Paper withBorder p="md">
        <Text size="sm">
          <Trans>
            A private person’s payments are no longer occasional from {thresholds.payments ?? '–'} payments in {thresholds.months}{' '}
            months on, or from{' '}
            {thresholds.amount === null ? '–' : <Money amount={thresholds.amount.amount} currency={thresholds.amount.currency} />}{' '}
            on.
          </Trans>{' '}
          {thresholds.source}
        </Text>
        {mentions.map((mention) => (
          <Text key={`${mention.code} ${mention.validFrom}`} size="sm">
            {mention.text[language]} · <Days of={mention} /> · {mention.source}
          </Text>
        ))}
      </Paper>
    </>
  );
}

function OutcomeText({ outcome }: { outcome: Rule['outcome'] }) {
  const language = useLanguage();
  if (outcome.kind === 'invoice') {
    return (
      <Trans>
        Invoice, category {outcome.vatCategory}, <Percent rate={`${outcome.vatRate}/10000`} />
      </Trans>
    );
  }
  if (outcome.kind === 'receipt') return <Trans>Receipt, no invoice</Trans>;
  return outcome.because[language];
}

function Days({ of: { validFrom, validTo } }: { of: { validFrom: string; validTo: string | null } }) {
  if (validTo === null) {
    return (
      <Trans>
        since <LocalDate date={validFrom} />
      </Trans>
    );
  }
  return (
    <Trans>
      from <LocalDate date={validFrom} /> to <LocalDate date={validTo} />
    </Trans>
  );
}
