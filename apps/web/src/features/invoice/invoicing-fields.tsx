import { Fieldset, Group, NumberInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { vatDueWords, waitWords } from './invoice-words.ts';
import type { InvoicingValues } from './invoicing-values.ts';

interface FieldsProps {
  readonly form: {
    readonly key: (name: keyof InvoicingValues) => string;
    readonly getInputProps: (name: keyof InvoicingValues, options?: { type: 'checkbox' }) => object;
  };
  readonly disabled: boolean;
}

/** What the texts of the mandate say in the place of a number. */
const DAYS = '{days}';

/** How documents are made out, and what waits for them. */
export function MakingOutFields({ form, disabled }: FieldsProps) {
  const { t } = useLingui();
  return (
    <Fieldset legend={t`Making out`} disabled={disabled} maw={640}>
      <Stack gap="sm">
        <Switch
          label={t`Make out invoices in the partners’ names`}
          description={t`With a mandate of each. Otherwise partners send their own invoices, which are matched to their statements.`}
          key={form.key('selfBilling')}
          {...form.getInputProps('selfBilling', { type: 'checkbox' })}
        />
        <Group grow align="end">
          <TextInput label={t`Beginning of numbers`} key={form.key('numberPrefix')} {...form.getInputProps('numberPrefix')} />
          <NumberInput label={t`Days until due`} min={0} max={365} key={form.key('dueDays')} {...form.getInputProps('dueDays')} />
        </Group>
        <Select
          label={t`VAT of partners falls due`}
          allowDeselect={false}
          data={Object.entries(vatDueWords).map(([value, word]) => ({ value, label: t(word) }))}
          key={form.key('vatDue')}
          {...form.getInputProps('vatDue')}
        />
        <NumberInput
          label={t`VAT the company owes itself under reverse charge (%)`}
          min={0}
          max={100}
          decimalScale={2}
          key={form.key('selfAssessedRate')}
          {...form.getInputProps('selfAssessedRate')}
        />
        <Select
          label={t`Payouts wait for`}
          description={t`What moved in a month that is not closed keeps nobody waiting.`}
          allowDeselect={false}
          data={Object.entries(waitWords).map(([value, word]) => ({ value, label: t(word) }))}
          key={form.key('paymentWaits')}
          {...form.getInputProps('paymentWaits')}
        />
      </Stack>
    </Fieldset>
  );
}

/** What partners are asked to agree to. */
export function MandateFields({ form, disabled }: FieldsProps) {
  const { t } = useLingui();
  return (
    <Fieldset legend={t`Mandate`} disabled={disabled} maw={640}>
      <Stack gap="sm">
        <NumberInput
          label={t`Days to contest a document`}
          description={t`In the text, ${DAYS} stands for it. Then silence accepts.`}
          min={1}
          max={365}
          key={form.key('contestDays')}
          {...form.getInputProps('contestDays')}
        />
        <Textarea
          label={t`Text in French`}
          autosize
          minRows={4}
          maxRows={14}
          key={form.key('textFr')}
          {...form.getInputProps('textFr')}
        />
        <Textarea
          label={t`Text in English`}
          autosize
          minRows={4}
          maxRows={14}
          key={form.key('textEn')}
          {...form.getInputProps('textEn')}
        />
      </Stack>
    </Fieldset>
  );
}
