import { Group, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import type { DetailsValues } from './details-values.ts';
import { statusWords } from './tax-words.ts';

/** What only a business or an association has. */
export function BusinessFields({ form }: { form: UseFormReturnType<DetailsValues> }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput label={t`Legal form`} maxLength={60} key={form.key('legalForm')} {...form.getInputProps('legalForm')} />
      <Select
        label={t`Standing for VAT`}
        data={Object.entries(statusWords).map(([value, word]) => ({ value, label: t(word) }))}
        clearable
        clearButtonProps={{ 'aria-label': t`Empty` }}
        key={form.key('vatStatus')}
        {...form.getInputProps('vatStatus')}
      />
      <TextInput
        label={t`SIREN`}
        description={t`Nine digits; businesses in France only.`}
        autoComplete="off"
        key={form.key('siren')}
        {...form.getInputProps('siren')}
      />
      <TextInput label={t`SIRET`} autoComplete="off" key={form.key('siret')} {...form.getInputProps('siret')} />
      <TextInput
        label={t`VAT number`}
        description={t`With its two letters: FR40303265045.`}
        autoComplete="off"
        key={form.key('vatNumber')}
        {...form.getInputProps('vatNumber')}
      />
      <TextInput
        label={t`Tax number of its own country`}
        description={t`Outside of the European Union.`}
        autoComplete="off"
        maxLength={40}
        key={form.key('localTaxId')}
        {...form.getInputProps('localTaxId')}
      />
    </>
  );
}

/** Where a partner is established. */
export function AddressFields({ form }: { form: UseFormReturnType<DetailsValues> }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput label={t`Street and number`} maxLength={70} key={form.key('street')} {...form.getInputProps('street')} />
      <Group grow align="start">
        <TextInput label={t`Post code`} maxLength={16} key={form.key('postCode')} {...form.getInputProps('postCode')} />
        <TextInput label={t`Town`} maxLength={70} key={form.key('town')} {...form.getInputProps('town')} />
      </Group>
    </>
  );
}
