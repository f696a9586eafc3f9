import { Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { clauseKinds, libraryClause, placeholdersOf, withValues } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Clause } from '../charter.queries.ts';
import { clauseKindWords } from '../charter-words.ts';
import { BothField } from './fields.tsx';
import { useFieldFault } from './field-faults.ts';
import { TermsEditor } from './terms-editor.tsx';

interface ClauseFieldsProps {
  readonly clause: Clause;
  readonly onChange: (clause: Clause) => void;
}

/** Whether its words and what falls due by it are the writer's own: the library says the latter for its clauses. */
export function isOwnClause({ from }: Clause): boolean {
  return from === null || libraryClause(from) === null;
}

/** A clause in both languages side by side, with its values; of one's own, its subject and what falls due by it too. */
export function ClauseFields({ clause, onChange }: ClauseFieldsProps) {
  const { t } = useLingui();
  const isOwn = isOwnClause(clause);
  return (
    <>
      {isOwn && <Subject kind={clause.kind} onChange={(kind) => onChange({ ...clause, kind })} />}
      <BothField label={t`Title`} path="clause.title" value={clause.title} onChange={(title) => onChange({ ...clause, title })} />
      <BothField long label={t`Text`} path="clause.text" value={clause.text} onChange={(text) => onChange({ ...clause, text })} />
      <Values clause={clause} onChange={onChange} />
      {isOwn && <TermsEditor terms={clause.terms} onChange={(terms) => onChange({ ...clause, terms })} />}
    </>
  );
}

/** The clause without values that no text names. */
export function withoutUnused(clause: Clause): Clause {
  const used = new Set([...placeholdersOf(clause.text.fr), ...placeholdersOf(clause.text.en)]);
  return { ...clause, values: Object.fromEntries(Object.entries(clause.values).filter(([name]) => used.has(name))) };
}

function Subject({ kind, onChange }: { kind: Clause['kind']; onChange: (kind: Clause['kind']) => void }) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Subject`}
      allowDeselect={false}
      searchable
      value={kind}
      onChange={(value) => onChange(value ?? 'other')}
      data={clauseKinds.map((value) => ({ value, label: t(clauseKindWords[value]) }))}
    />
  );
}

/** What the words in braces stand for; what falls due follows from them. */
function Values({ clause, onChange }: ClauseFieldsProps) {
  const names = [
    ...new Set([...placeholdersOf(clause.text.fr), ...placeholdersOf(clause.text.en), ...Object.keys(clause.values)]),
  ];
  if (names.length === 0) return null;
  const change = (name: string, value: number | string) => onChange(withValues(clause, { [name]: value }) as Clause);
  return (
    <Stack gap={4}>
      <Group align="flex-start">
        {names.map((name) => (
          <Value key={name} name={name} value={clause.values[name]} onChange={(value) => change(name, value)} />
        ))}
      </Group>
      <Text size="xs" c="dimmed">
        <Trans>The words in braces: the same in both languages.</Trans>
      </Text>
    </Stack>
  );
}

interface ValueProps {
  readonly name: string;
  readonly value: number | string | undefined;
  readonly onChange: (value: number | string) => void;
}

function Value({ name, value, onChange }: ValueProps) {
  const error = useFieldFault(`clause.values.${name}`);
  if (typeof value === 'number') {
    return (
      <NumberInput
        label={`{${name}}`}
        w={120}
        min={0}
        allowDecimal={false}
        value={value}
        error={error}
        onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
      />
    );
  }
  return (
    <TextInput
      label={`{${name}}`}
      value={value ?? ''}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        // A figure is kept as one, so that it is written as each language writes figures.
        const typed = event.currentTarget.value.trim();
        if (/^\d{1,6}$/.test(typed)) onChange(Number(typed));
      }}
    />
  );
}
