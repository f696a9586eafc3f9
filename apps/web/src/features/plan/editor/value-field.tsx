import { Group, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { choiceName, shapeOf, type FieldShape, type FieldTest, type Scalar } from '@cordee/core/plan';
import { useLanguage } from '../../../lib/use-language.ts';
import { CountrySelect } from '../../../ui/form/country-select.tsx';
import { CurrencySelect } from '../../../ui/form/currency-select.tsx';
import { PartnerSelect } from '../../../ui/form/partner-select.tsx';
import { amountText, readAmount } from './amount-text.ts';
import { pathText, type Path } from './document-path.ts';
import { AmountField, CountField, TextField } from './fields.tsx';
import { usePlanEditing } from './plan-editing.tsx';

interface ValueProps {
  readonly at: Path;
  readonly test: FieldTest;
}

/** What a field is compared with, by what the field holds. */
export function ValueField({ at, test }: ValueProps) {
  const { t } = useLingui();
  const shape = shapeOf(test.field);
  const { op } = test;
  if (op === 'exists') return <TruthField at={at} value={test.value !== false} words={[t`Yes`, t`No`]} />;
  if (op === 'in' || op === 'not_in') return <ListField at={at} test={test} shape={shape} />;
  const label = t`Compared with`;
  if (op === 'multiple_of' || shape?.kind === 'integer') return <CountField at={at} label={label} quiet />;
  if (shape?.kind === 'amount') return <AmountField at={at} label={label} quiet />;
  if (shape?.choices !== undefined) return <OneOf at={at} test={test} choices={shape.choices} />;
  if (shape?.kind === 'country' || shape?.kind === 'currency' || test.field === 'partner.id') {
    return <PickedField at={at} test={test} kind={shape?.kind ?? 'name'} />;
  }
  if (shape?.kind === 'open' && op !== 'starts_with' && op !== 'ends_with' && op !== 'contains' && op !== 'not_contains') {
    return <OpenField at={at} test={test} />;
  }
  return <TextField at={at} label={label} quiet w={180} />;
}

interface TruthProps {
  readonly at: Path;
  readonly value: boolean;
  /** How true and false are said. */
  readonly words: readonly [yes: string, no: string];
}

function TruthField({ at, value, words: [yes, no] }: TruthProps) {
  const { t } = useLingui();
  const { write, readOnly } = usePlanEditing();
  return (
    <Select
      aria-label={t`Compared with`}
      w={110}
      allowDeselect={false}
      readOnly={readOnly}
      data={[
        { value: 'true', label: yes },
        { value: 'false', label: no },
      ]}
      value={String(value)}
      onChange={(next) => write(at, next === 'true', true)}
    />
  );
}

function OneOf({ at, test, choices }: ValueProps & { choices: readonly string[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { write, readOnly, faultAt } = usePlanEditing();
  return (
    <Select
      aria-label={t`Compared with`}
      w={190}
      allowDeselect={false}
      readOnly={readOnly}
      data={choices.map((value) => ({ value, label: choiceName(test.field, value, language) }))}
      value={typeof test.value === 'string' ? test.value : null}
      error={faultAt(pathText(at))}
      onChange={(value) => write(at, value, true)}
      data-at={pathText(at)}
    />
  );
}

function PickedField({ at, test, kind }: ValueProps & { kind: string }) {
  const { t } = useLingui();
  const { write, readOnly, faultAt } = usePlanEditing();
  const common = {
    'aria-label': t`Compared with`,
    w: 190,
    readOnly,
    value: typeof test.value === 'string' ? test.value : null,
    error: faultAt(pathText(at)),
    onChange: (value: string | null) => write(at, value ?? '', true),
    'data-at': pathText(at),
  };
  if (kind === 'country') return <CountrySelect {...common} allowDeselect={false} />;
  if (kind === 'currency') return <CurrencySelect {...common} allowDeselect={false} />;
  return <PartnerSelect {...common} />;
}

/** Any of several values. */
function ListField({ at, test, shape }: ValueProps & { shape: FieldShape | undefined }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { document, write, readOnly, faultAt, faultsUnder } = usePlanEditing();
  const values = Array.isArray(test.value) ? test.value : [];
  const fault =
    faultAt(pathText(at)) ?? values.map((_, index) => faultAt(pathText([...at, index]))).find((text) => text !== undefined);
  const common = { 'aria-label': t`Compared with`, w: 260, readOnly, error: fault, 'data-at': pathText(at) };
  if (shape?.choices !== undefined) {
    return (
      <MultiSelect
        {...common}
        data={shape.choices.map((value) => ({ value, label: choiceName(test.field, value, language) }))}
        value={values.map(String)}
        onChange={(next) => write(at, next, true)}
      />
    );
  }
  const isAmount = shape?.kind === 'amount';
  const textOf = (value: Scalar) => (isAmount ? amountText(value, document.currency, language) : String(value));
  const readOne = (text: string): Scalar => {
    if (isAmount) return readAmount(text, document.currency, language);
    if (shape?.kind === 'integer' && /^\d{1,15}$/.test(text)) return Number(text);
    return shape?.kind === 'country' || shape?.kind === 'currency' ? text.toUpperCase() : text;
  };
  return (
    <TagsInput
      {...common}
      placeholder={values.length === 0 || faultsUnder(pathText(at)) > 0 ? t`Type, then Enter` : undefined}
      splitChars={isAmount ? [';'] : [',', ';']}
      value={values.map(textOf)}
      onChange={(next) =>
        write(
          at,
          next.map((text) => values.find((value) => textOf(value) === text) ?? readOne(text)),
          true,
        )
      }
    />
  );
}

/** The company's own data: a text, a number, or true and false; never taken for one another. */
function OpenField({ at, test }: ValueProps) {
  const { t } = useLingui();
  const { write, readOnly, faultAt } = usePlanEditing();
  const { value } = test;
  const isOrder = test.op === 'lt' || test.op === 'lte' || test.op === 'gt' || test.op === 'gte';
  const kind = isOrder || typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'truth' : 'text';
  const kinds = [
    { value: 'text', label: t`text` },
    { value: 'number', label: t`number` },
    { value: 'truth', label: t`true or false` },
  ];
  return (
    <Group gap={6} align="flex-start">
      {!isOrder && (
        <Select
          aria-label={t`Type of the value`}
          w={130}
          allowDeselect={false}
          readOnly={readOnly}
          data={kinds}
          value={kind}
          onChange={(next) => write(at, next === 'number' ? 0 : next === 'truth' ? true : '', true)}
        />
      )}
      {kind === 'number' && <CountField at={at} label={t`Compared with`} quiet />}
      {kind === 'truth' && <TruthField at={at} value={value === true} words={[t`true`, t`false`]} />}
      {kind === 'text' && (
        <TextInput
          aria-label={t`Compared with`}
          w={160}
          readOnly={readOnly}
          value={typeof value === 'string' ? value : ''}
          error={faultAt(pathText(at))}
          onChange={({ currentTarget }) => write(at, currentTarget.value)}
          data-at={pathText(at)}
        />
      )}
    </Group>
  );
}
