import { MultiSelect, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { InBoth } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import { createContext, useContext, useState } from 'react';
import type { Version } from '../charter.queries.ts';
import { languageWords, sideWords } from '../charter-words.ts';
import classes from '../charter.module.css';
import { useFieldFault } from './field-faults.ts';

type Document = Pick<Version['document'], 'people' | 'prevailing'>;

/** The document being changed, as it stands in the draft: who is in it, and which language prevails. */
export const DocumentContext = createContext<Document | null>(null);

function useDocument(): Document {
  const document = useContext(DocumentContext);
  if (document === null) throw new Error('fields of a charter stand within a part of it');
  return document;
}

interface BothFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly path: string;
  readonly value: InBoth;
  /** As it was: one language that moves alone is told. */
  readonly before?: InBoth | undefined;
  readonly onChange: (value: InBoth) => void;
  readonly long?: boolean;
}

/** The same in both languages beside one another, the prevailing one first. */
export function BothField({ label, description, path, value, before, onChange, long = false }: BothFieldProps) {
  const { t } = useLingui();
  const { prevailing } = useDocument();
  const faults = { fr: useFieldFault(`${path}.fr`), en: useFieldFault(`${path}.en`) };
  const languages = [prevailing, prevailing === 'fr' ? 'en' : 'fr'] as const;
  const moved = before === undefined ? [] : languages.filter((language) => before[language] !== value[language]);
  return (
    <Stack gap={4}>
      <div className={classes['pair']} data-tight>
        {languages.map((language) => {
          const common = {
            label: `${label} · ${t(languageWords[language])}`,
            lang: language,
            value: value[language],
            error: faults[language],
            onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
              onChange({ ...value, [language]: event.currentTarget.value }),
          };
          return long ? (
            <Textarea key={language} autosize minRows={2} maxRows={12} {...common} />
          ) : (
            <TextInput key={language} {...common} />
          );
        })}
      </div>
      {description !== undefined && (
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      )}
      {moved.length === 1 && value.fr !== '' && value.en !== '' && (
        <Text size="xs" role="note">
          <Trans>You changed one language only. Write the same in the other, or both may say different things.</Trans>
        </Text>
      )}
    </Stack>
  );
}

interface PeopleFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly path: string;
  readonly value: readonly string[];
  readonly onChange: (keys: string[]) => void;
}

/** Some of the people of the charter, grouped by side. */
export function PeopleField({ label, description, path, value, onChange }: PeopleFieldProps) {
  const { t } = useLingui();
  const groups = useGroups();
  const error = useFieldFault(path, true);
  return (
    <MultiSelect
      label={label}
      description={description}
      data={groups}
      value={[...value]}
      onChange={onChange}
      error={error}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`Nobody` }}
      placeholder={value.length === 0 ? t`Choose people` : ''}
      nothingFoundMessage={t`Nobody of this name in the charter`}
    />
  );
}

interface PersonFieldProps extends Omit<PeopleFieldProps, 'value' | 'onChange'> {
  /** Empty: nobody yet. */
  readonly value: string;
  readonly onChange: (key: string) => void;
  /** Only people of this side. */
  readonly side?: 'company' | 'partner' | undefined;
  readonly not?: string;
}

/** One of the people of the charter. */
export function PersonField({ label, description, path, value, onChange, side, not }: PersonFieldProps) {
  const { t } = useLingui();
  const groups = useGroups(side, not);
  const error = useFieldFault(path, true);
  return (
    <Select
      label={label}
      description={description}
      data={groups}
      value={value === '' ? null : value}
      onChange={(key) => onChange(key ?? '')}
      error={error}
      searchable
      placeholder={t`Choose somebody`}
      nothingFoundMessage={t`Nobody of this name in the charter`}
    />
  );
}

function useGroups(side?: 'company' | 'partner', not?: string) {
  const { t } = useLingui();
  const { people } = useDocument();
  return (['company', 'partner'] as const)
    .filter((one) => side === undefined || one === side)
    .map((one) => ({
      group: t(sideWords[one]),
      items: people
        .filter((person) => person.side === one && person.key !== not)
        .map(({ key, name, title }) => ({ value: key, label: title === '' ? name : `${name}, ${title}` })),
    }))
    .filter(({ items }) => items.length > 0);
}

interface TextFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly path: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'decimal';
  readonly placeholder?: string;
  readonly w?: number;
}

/** One line, or a day. */
export function TextField({ path, onChange, ...field }: TextFieldProps) {
  return <TextInput {...field} error={useFieldFault(path)} onChange={(event) => onChange(event.currentTarget.value)} />;
}

/** Words over several lines. */
export function ProseField({ label, path, value, onChange }: Pick<TextFieldProps, 'label' | 'path' | 'value' | 'onChange'>) {
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={8}
      label={label}
      value={value}
      error={useFieldFault(path)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface CountFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly path: string;
  readonly min?: number;
  readonly max: number;
}

interface NeededCountProps extends CountFieldProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A whole number. While it is empty, the one before goes on to hold. */
export function CountField({ path, value, onChange, min = 0, ...field }: NeededCountProps) {
  const [isEmpty, setEmpty] = useState(false);
  return (
    <NumberInput
      {...field}
      {...counting}
      min={min}
      value={isEmpty ? '' : value}
      error={useFieldFault(path)}
      onBlur={() => setEmpty(false)}
      onChange={(next) => {
        setEmpty(typeof next !== 'number');
        if (typeof next === 'number') onChange(next);
      }}
    />
  );
}

interface OptionalCountProps extends CountFieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A whole number, or none. */
export function OptionalCountField({ path, value, onChange, min = 0, ...field }: OptionalCountProps) {
  return (
    <NumberInput
      {...field}
      {...counting}
      min={min}
      value={value ?? ''}
      error={useFieldFault(path)}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
}

const counting = { allowDecimal: false, allowNegative: false, w: 240 } as const;
