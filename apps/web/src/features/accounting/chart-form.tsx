import { Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { mayKeepBooks, type Chart, type Charts } from './ask-books.ts';
import type { FieldsOf } from './fields-of.ts';
import { accountWords, journalWords } from './books-words.ts';
import { ProgramAccounts } from './program-accounts.tsx';

interface ChartFormProps {
  readonly validFrom: string;
  readonly chart: Chart;
  readonly sources: Charts['preset']['sources'];
  readonly isNew?: boolean;
  readonly onDone?: () => void;
}

/** One chart: accounts, journals, and accounts of programs that have one of their own. */
export function ChartForm({ validFrom, chart, sources, isNew = false, onDone }: ChartFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const state = useContractForm({
    route: 'writeChart',
    schema: async () => (await import('@cordee/contract/accounting')).accountingRoutes.writeChart.body,
    initial: { validFrom, accounts: chart.accounts, journals: chart.journals, programs: chart.programs ?? {} },
    toInput: ({ validFrom: day, accounts, journals, programs }) => ({
      params: { validFrom: day },
      body: { accounts, journals, programs: withNumbers(programs) },
    }),
    onDone: async ({ validFrom: day }) => {
      await refresh(client, 'listCharts');
      toast(t`The accounts are kept.`);
      onDone?.();
      await navigate({ to: '/console/books/$part', params: { part: 'accounts' }, search: { from: day } });
    },
  });
  const { form } = state;
  const disabled = !mayKeepBooks();
  return (
    <ContractForm state={state} verb={t`Keep the accounts`} {...(disabled ? { beside: null } : {})}>
      {isNew && (
        <TextInput
          label={t`First day`}
          description={t`The first of a month, such as 2026-01-01`}
          maw={220}
          key={form.key('validFrom')}
          {...form.getInputProps('validFrom')}
        />
      )}
      <fieldset disabled={disabled} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="xl">
          <Accounts form={form} sources={sources} />
          <Journals form={form} />
          <ProgramAccounts form={form} />
        </Stack>
      </fieldset>
    </ContractForm>
  );
}

/** Programs whose number was left empty stand on the account of all. */
function withNumbers(programs: NonNullable<Chart['programs']>): NonNullable<Chart['programs']> {
  return Object.fromEntries(Object.entries(programs).filter(([, { number }]) => number.trim() !== ''));
}

function Accounts({ form, sources }: { form: FieldsOf; sources: Charts['preset']['sources'] }) {
  const { t } = useLingui();
  return (
    <section>
      <Title order={2} mb={4}>
        <Trans>Accounts</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="sm" maw={620}>
        <Trans>The numbers proposed follow the French chart from memory: have your accountant confirm them.</Trans>
      </Text>
      <Stack gap="md">
        {accountWords.map(([kind, word]) => {
          const label = t(word);
          return (
            <Group
              key={kind}
              gap="xs"
              align="flex-start"
              component="fieldset"
              style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
            >
              <Text component="legend" size="sm" fw={500} p={0} mb={2}>
                {label}
              </Text>
              <TextInput
                aria-label={t`Number: ${label}`}
                w={130}
                key={form.key(`accounts.${kind}.number`)}
                {...form.getInputProps(`accounts.${kind}.number`)}
              />
              <TextInput
                aria-label={t`Name: ${label}`}
                flex="1 1 240px"
                maw={420}
                description={sources.find((source) => source.kind === kind)?.note}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                key={form.key(`accounts.${kind}.name`)}
                {...form.getInputProps(`accounts.${kind}.name`)}
              />
              <Checkbox
                label={t`by partner`}
                aria-label={t`By partner: ${label}`}
                mt={8}
                key={form.key(`accounts.${kind}.perPartner`)}
                {...form.getInputProps(`accounts.${kind}.perPartner`, { type: 'checkbox' })}
              />
            </Group>
          );
        })}
      </Stack>
    </section>
  );
}

function Journals({ form }: { form: FieldsOf }) {
  const { t } = useLingui();
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>Journals</Trans>
      </Title>
      <Stack gap="xs">
        {journalWords.map(([kind, word]) => (
          <Group key={kind} gap="xs" align="flex-end">
            <TextInput
              label={t(word)}
              description={t`Code`}
              w={130}
              key={form.key(`journals.${kind}.code`)}
              {...form.getInputProps(`journals.${kind}.code`)}
            />
            <TextInput
              aria-label={t`Name: ${t(word)}`}
              flex="1 1 240px"
              maw={420}
              key={form.key(`journals.${kind}.name`)}
              {...form.getInputProps(`journals.${kind}.name`)}
            />
          </Group>
        ))}
      </Stack>
    </section>
  );
}
