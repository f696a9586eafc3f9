import { Checkbox, Group, NumberInput, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { unitOf } from '@cordee/core/qualification';
import { useLingui } from '@lingui/react/macro';
import { useLanguage } from '../../lib/use-language.ts';
import type { Item, QualificationDetail } from './qualification.queries.ts';

export type Answer = NonNullable<QualificationDetail['own']>['answers'][string];

interface ItemFieldProps {
  readonly item: Pick<Item, 'key' | 'text' | 'help' | 'form'>;
  readonly value: Answer | undefined;
  /** undefined: not known, which is an answer that may be given. */
  readonly onChange: (value: Answer | undefined) => void;
  /** Of the words; the reader’s where it is left out. */
  readonly language?: 'en' | 'fr';
}

/** One question, in the form it is answered. */
export function ItemField(props: ItemFieldProps) {
  const { kind } = props.item.form;
  if (kind === 'single' || kind === 'multiple') return <ChoiceField {...props} />;
  if (kind === 'scale' || kind === 'yes_no') return <StepField {...props} />;
  return <TypedField {...props} />;
}

function useWords({ text, help }: ItemFieldProps['item'], wanted?: 'en' | 'fr') {
  const own = useLanguage();
  const language = wanted ?? own;
  return { language, common: { label: text[language], description: help?.[language] } };
}

function ChoiceField({ item, value, onChange, language: wanted }: ItemFieldProps) {
  const { t } = useLingui();
  const { language, common } = useWords(item, wanted);
  const { form } = item;
  if (form.kind === 'single') {
    return (
      <Select
        {...common}
        maw={520}
        clearable
        placeholder={t`Not known yet`}
        data={form.options.map((option) => ({ value: option.key, label: option.text[language] }))}
        value={typeof value === 'string' ? value : null}
        onChange={(chosen) => onChange(chosen ?? undefined)}
      />
    );
  }
  if (form.kind !== 'multiple') return null;
  return (
    <Checkbox.Group
      {...common}
      value={Array.isArray(value) ? [...value] : []}
      onChange={(chosen) => onChange(chosen.length === 0 ? undefined : chosen)}
    >
      <Stack gap={6} mt={6}>
        {form.options.map((option) => (
          <Checkbox key={option.key} value={option.key} label={option.text[language]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function StepField({ item, value, onChange, language: wanted }: ItemFieldProps) {
  const { t } = useLingui();
  const { language, common } = useWords(item, wanted);
  const { form } = item;
  if (form.kind === 'scale') {
    return (
      <Radio.Group
        {...common}
        value={typeof value === 'number' ? String(value) : ''}
        onChange={(chosen) => onChange(Number(chosen))}
      >
        <Group gap="md" mt={6}>
          <Text span size="sm" c="dimmed">
            {form.low[language]}
          </Text>
          {['1', '2', '3', '4', '5'].map((step) => (
            <Radio key={step} value={step} label={step} />
          ))}
          <Text span size="sm" c="dimmed">
            {form.high[language]}
          </Text>
        </Group>
      </Radio.Group>
    );
  }
  return (
    <Radio.Group
      {...common}
      value={typeof value === 'boolean' ? String(value) : ''}
      onChange={(chosen) => onChange(chosen === 'true')}
    >
      <Group gap="md" mt={6}>
        <Radio value="true" label={t`Yes`} />
        <Radio value="false" label={t`No`} />
      </Group>
    </Radio.Group>
  );
}

function TypedField({ item, value, onChange, language: wanted }: ItemFieldProps) {
  const { language, common } = useWords(item, wanted);
  const { form } = item;
  if (form.kind === 'number') {
    return (
      <NumberInput
        {...common}
        maw={220}
        min={form.min}
        max={form.max}
        suffix={` ${unitOf(form, typeof value === 'number' ? value : 2, language)}`}
        value={typeof value === 'number' ? value : ''}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
      />
    );
  }
  return (
    <Textarea
      {...common}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={4000}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
}
