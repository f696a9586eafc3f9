import { Group, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { formatMonth } from '@cordee/core/closing';
import { useState } from 'react';
import { queryOf, refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { useToday } from '../../ui/period-fields.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import type { BookFile } from './ask-books.ts';
import { formatWords } from './books-words.ts';
import type { FieldsOf } from './fields-of.ts';

/** How many months back one can choose from. */
const MONTHS = 36;

/** Asks for a file of some months. */
export function NewFile({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const months = useMonths();
  const periods = useQuery(queryOf('listPeriods', {}));
  const lastClosed = periods.data?.find(({ state }) => state === 'closed')?.period;
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({});
  const [format, setFormat] = useState<BookFile['format']>('fec');
  const proposed = lastClosed ?? months[1]?.value ?? '';
  const [from, to] = [chosen.from ?? proposed, chosen.to ?? proposed];
  const state = useContractForm({
    route: 'exportBooks',
    schema: async () => (await import('@cordee/contract/accounting')).accountingRoutes.exportBooks.body,
    initial: { detail: false, encoding: 'utf-8', separator: 'tab' },
    toInput: ({ detail, encoding, separator }) => ({
      body: { format, from, to, detail, encoding: encoding as 'utf-8', separator: separator as 'tab' },
    }),
    onDone: async () => {
      await refresh(client, 'listBookExports');
      toast(t`The file is being written.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Write a file`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Write the file`}>
        <Form format={format} onChange={setFormat} />
        <Group grow align="flex-start">
          <Select
            label={t`From month`}
            allowDeselect={false}
            searchable
            data={months}
            value={from}
            onChange={(value) => setChosen({ to, from: value ?? from })}
            error={form.errors['from']}
          />
          <Select
            label={t`To month`}
            allowDeselect={false}
            searchable
            data={months}
            value={to}
            onChange={(value) => setChosen({ from, to: value ?? to })}
            error={form.errors['to']}
          />
        </Group>
        {lastClosed !== undefined && to > lastClosed && (
          <Text size="sm" component="output">
            <Trans>The last month is not closed: the file will be a draft.</Trans>
          </Text>
        )}
        <Switch
          label={t`An entry for each transaction`}
          description={t`Otherwise one for each day, partner and document; the sums are the same.`}
          key={form.key('detail')}
          {...form.getInputProps('detail', { type: 'checkbox' })}
        />
        {format === 'fec' && <FecForm form={form} />}
      </ContractForm>
    </SideDrawer>
  );
}

function Form({ format, onChange }: { format: BookFile['format']; onChange: (format: BookFile['format']) => void }) {
  const { t } = useLingui();
  return (
    <Stack gap={4}>
      <SegmentedControl
        aria-label={t`Form`}
        value={format}
        onChange={(value) => onChange(value as BookFile['format'])}
        data={Object.entries(formatWords).map(([value, word]) => ({ value, label: t(word) }))}
      />
      <Text size="sm" c="dimmed">
        {format === 'fec' && <Trans>The file of accounting entries French law knows, for your accountant’s software.</Trans>}
        {format === 'csv' && <Trans>The same entries for a spreadsheet.</Trans>}
        {format === 'hledger' && <Trans>The same entries as a journal that hledger adds up.</Trans>}
      </Text>
    </Stack>
  );
}

function FecForm({ form }: { form: FieldsOf }) {
  const { t } = useLingui();
  return (
    <Group grow align="flex-start">
      <Select
        label={t`Characters`}
        allowDeselect={false}
        data={[
          { value: 'utf-8', label: 'UTF-8' },
          { value: 'iso-8859-15', label: 'ISO 8859-15' },
        ]}
        key={form.key('encoding')}
        {...form.getInputProps('encoding')}
      />
      <Select
        label={t`Between fields`}
        allowDeselect={false}
        data={[
          { value: 'tab', label: t`tab` },
          { value: 'pipe', label: t`bar |` },
        ]}
        key={form.key('separator')}
        {...form.getInputProps('separator')}
      />
    </Group>
  );
}

function useMonths(): { value: string; label: string }[] {
  const language = useLanguage();
  const [year = 0, month = 1] = useToday().split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const index = year * 12 + month - 1 - back;
    const value = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return { value, label: formatMonth(value, language) };
  });
}
