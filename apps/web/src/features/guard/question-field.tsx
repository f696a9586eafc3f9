import { NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { currencyExponent } from '@cordee/core/money';
import { useId } from 'react';
import type { Answers, Question } from './guard.queries.ts';

interface QuestionFieldProps {
  readonly question: Question;
  readonly currency: string;
  readonly value: Answers[string] | null;
  readonly onChange: (value: Answers[string] | null) => void;
}

/** One question in the form its answer has; not knowing is always possible. */
export function QuestionField({ question, currency, value, onChange }: QuestionFieldProps) {
  const { t } = useLingui();
  const id = useId();
  const { kind, text, help, choices } = question;
  const common = { label: text, ...(help === null ? {} : { description: help }) };
  if (kind === 'yes_no') {
    return (
      <Stack gap={4}>
        <Text size="sm" fw={500} id={id}>
          {text}
        </Text>
        <SegmentedControl
          aria-labelledby={id}
          style={{ alignSelf: 'flex-start' }}
          value={value === null ? 'unknown' : value === true ? 'yes' : 'no'}
          onChange={(said) => onChange(said === 'unknown' ? null : said === 'yes')}
          data={[
            { value: 'yes', label: t`Yes` },
            { value: 'no', label: t`No` },
            { value: 'unknown', label: t`Not known` },
          ]}
        />
      </Stack>
    );
  }
  if (kind === 'choice') {
    return (
      <Select
        {...common}
        clearable
        placeholder={t`Not known`}
        data={choices.map((choice) => ({ value: choice.key, label: choice.label }))}
        value={typeof value === 'string' ? value : null}
        onChange={onChange}
      />
    );
  }
  if (kind === 'date') {
    return (
      <TextInput
        {...common}
        type="date"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
    );
  }
  // Whole units are enough for thresholds; answers are in minor ones.
  const unit = kind === 'amount' ? 10 ** (currencyExponent(currency) ?? 0) : 1;
  return (
    <NumberInput
      {...common}
      min={0}
      allowDecimal={false}
      {...(kind === 'amount' ? { suffix: ` ${currency}` } : {})}
      value={typeof value === 'number' ? value / unit : ''}
      onChange={(said) => onChange(typeof said === 'number' ? said * unit : null)}
    />
  );
}
