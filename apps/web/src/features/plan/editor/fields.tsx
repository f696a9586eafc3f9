import { Select, TextInput, type SelectProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Path } from './document-path.ts';
import { amountText, readAmount } from './amount-text.ts';
import { useField, usePlanEditing } from './plan-editing.tsx';
import { useLanguage } from '../../../lib/use-language.ts';

interface FieldProps {
  readonly at: Path;
  readonly label: string;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  /** Hears the label, does not see it: a head above says it. */
  readonly quiet?: boolean;
  /** Written in the place of the plain value, where one field stands for two. */
  readonly onWrite?: (value: unknown) => void;
  /** A fault told elsewhere that belongs here. */
  readonly error?: string | undefined;
  readonly w?: number | string;
}

const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

function labels(label: string, quiet: boolean | undefined) {
  // Inputs beside each other stand on one line: what explains them comes below.
  const order = { inputWrapperOrder: ORDER };
  return quiet === true ? { ...order, 'aria-label': label } : { ...order, label };
}

/** A word or a text; what is emptied is taken away where the plan may do without. */
export function TextField({ at, label, quiet, optional = false, onWrite, ...rest }: FieldProps & { optional?: boolean }) {
  const { value, error, readOnly, write, mark } = useField(at);
  const send = onWrite ?? write;
  return (
    <TextInput
      {...labels(label, quiet)}
      {...rest}
      {...mark}
      readOnly={readOnly}
      autoComplete="off"
      value={typeof value === 'string' ? value : ''}
      error={rest.error ?? error}
      onChange={({ currentTarget }) => send(optional && currentTarget.value === '' ? undefined : currentTarget.value)}
    />
  );
}

/** A percentage or an exact ratio, kept as it is typed: `12,5 %` is read as `12.5%`. */
export function RateField(props: FieldProps) {
  const { write } = useField(props.at);
  const { onWrite = write } = props;
  return (
    <TextField
      placeholder={'10%'}
      w={110}
      {...props}
      onWrite={(text) =>
        onWrite(
          typeof text === 'string'
            ? text.replace(/^\s*([\d\s.,]+?)\s*(%?)\s*$/, (_, number: string, sign: string) => plainRate(number, sign))
            : text,
        )
      }
    />
  );
}

function plainRate(number: string, sign: string): string {
  return `${number.replace(/\s/g, '').replace(',', '.')}${sign}`;
}

/** A whole number: days, payments, a count. */
export function CountField({ at, label, quiet, optional = false, onWrite, ...rest }: FieldProps & { optional?: boolean }) {
  const { value, error, readOnly, write, mark } = useField(at);
  const send = onWrite ?? write;
  return (
    <TextInput
      inputMode="numeric"
      w={110}
      {...labels(label, quiet)}
      {...rest}
      {...mark}
      readOnly={readOnly}
      autoComplete="off"
      value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''}
      error={rest.error ?? error}
      onChange={({ currentTarget }) => send(readCount(currentTarget.value, optional))}
    />
  );
}

/** What is no number is kept as it was typed; the contract then says so beside it. */
function readCount(text: string, optional: boolean): number | string | undefined {
  const plain = text.replace(/\s/g, '');
  if (plain === '' && optional) return undefined;
  return /^\d{1,15}$/.test(plain) ? Number(plain) : text;
}

interface AmountFieldProps extends FieldProps {
  /** The plan's unless said; a unit such as points has no decimals. */
  readonly unit?: string | undefined;
}

/** An amount as people write it, in the plan's currency; the document holds its minor units. */
export function AmountField({ at, label, quiet, unit, onWrite, ...rest }: AmountFieldProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { document } = usePlanEditing();
  const { value, error, readOnly, write, mark } = useField(at);
  const [typed, setTyped] = useState<{ text: string; value: unknown } | null>(null);
  const currency = unit ?? document.currency;
  const send = onWrite ?? write;
  // What was typed stands as long as it is what the document holds; after an undo it is not.
  const text = typed !== null && typed.value === value ? typed.text : amountText(value, currency, language);
  const isUnread = typeof value === 'string';
  const example = amountText(150_000, currency, language);
  return (
    <TextInput
      inputMode="decimal"
      w={150}
      {...labels(label, quiet)}
      {...rest}
      {...mark}
      readOnly={readOnly}
      autoComplete="off"
      rightSection={
        <span style={{ fontSize: 12, color: 'var(--mantine-color-dimmed)' }} aria-hidden>
          {currency}
        </span>
      }
      rightSectionWidth={Math.max(44, currency.length * 9)}
      value={text}
      error={isUnread ? t`An amount is expected, such as ${example}.` : (rest.error ?? error)}
      onChange={({ currentTarget }) => {
        const next = readAmount(currentTarget.value, currency, language);
        setTyped({ text: currentTarget.value, value: next });
        send(next);
      }}
    />
  );
}

interface ChoiceFieldProps extends Omit<FieldProps, 'placeholder'> {
  readonly data: SelectProps['data'];
  /** What holds while the plan says nothing. */
  readonly fallback?: string;
}

/** One of a few. */
export function ChoiceField({ at, label, quiet, onWrite, data, fallback, ...rest }: ChoiceFieldProps) {
  const { value, error, readOnly, write, mark } = useField(at);
  const send = onWrite ?? write;
  return (
    <Select
      {...labels(label, quiet)}
      {...rest}
      {...mark}
      data={data ?? []}
      allowDeselect={false}
      readOnly={readOnly}
      value={typeof value === 'string' ? value : (fallback ?? null)}
      error={rest.error ?? error}
      onChange={(next) => send(next)}
    />
  );
}

/** What is wrong with a whole part, where no single field is. */
export function FaultHere({ at }: { at: string }) {
  const { faultAt } = usePlanEditing();
  const fault = faultAt(at);
  if (fault === undefined) return null;
  return (
    <p data-at={at} tabIndex={-1} style={{ color: 'var(--mantine-color-error)', margin: 0, fontSize: 13 }}>
      {fault}
    </p>
  );
}
