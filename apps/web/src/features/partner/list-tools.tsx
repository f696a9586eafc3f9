import { Button, Menu, Select } from '@mantine/core';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CsvButton } from '../../ui/csv-button.tsx';
import { CountrySelect } from '../../ui/form/country-select.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { kindWords } from './kind-words.ts';
import { columnWords, enrollmentWords, sortWords } from './list-words.ts';
import { columnIds, keepColumns, type ColumnId } from './partner-columns.ts';
import { enrollmentStates, partnerFilters, partnerSorts, stages, type PartnerSearch } from './partner-filters.ts';
import { partnerKinds } from './partner-kinds.ts';
import { programsQuery, tagsQuery } from './partner.queries.ts';
import { stageWords } from './stage-words.ts';

export interface ToolsProps {
  readonly search: PartnerSearch;
  readonly columns: readonly ColumnId[];
  /** Changes what the address says; null or undefined takes a name out. */
  readonly onChange: (changes: Readonly<Record<string, unknown>>) => void;
}

/** What narrows the partners, orders them, and how they are looked at. */
export function ListTools({ search, columns, onChange }: ToolsProps) {
  const { t } = useLingui();
  const [more, setMore] = useState(false);
  const { country, tag, programId, state, archived } = search;
  const hasMore = [country, tag, programId, state, archived].some((value) => value !== undefined);
  const isBoard = search.view === 'board';
  return (
    <>
      <SearchField
        label={t`Name, e-mail or reference`}
        value={search.search ?? ''}
        onSearch={(text) => onChange({ search: text })}
      />
      <Choice
        label={t`Kind`}
        every={t`Every kind`}
        values={partnerKinds}
        words={kindWords}
        value={search.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {!isBoard && (
        <Choice
          label={t`Stage`}
          every={t`Every stage`}
          values={stages}
          words={stageWords}
          value={search.stage}
          onChange={(stage) => onChange({ stage })}
        />
      )}
      {more || hasMore ? (
        <MoreFilters search={search} onChange={onChange} />
      ) : (
        <Button variant="subtle" onClick={() => setMore(true)}>
          <Trans>More filters</Trans>
        </Button>
      )}
      <Select
        aria-label={t`Order`}
        allowDeselect={false}
        data={partnerSorts.map((value) => ({ value, label: t(sortWords[value]) }))}
        value={search.sort ?? 'name'}
        onChange={(sort) => onChange({ sort })}
      />
      {!isBoard && <ColumnChoice columns={columns} onChange={onChange} />}
      <CsvButton route="listPartners" input={{ query: { ...partnerFilters({ ...search }), format: 'csv' } }} name="partners.csv">
        <Trans>Download (CSV)</Trans>
      </CsvButton>
    </>
  );
}

function MoreFilters({ search, onChange }: Omit<ToolsProps, 'columns'>) {
  const { t } = useLingui();
  const { data: tags } = useQuery(tagsQuery);
  const { data: programs } = useQuery(programsQuery);
  // A tag in the address may be in use no longer.
  const tagNames = new Set([...(search.tag === undefined ? [] : [search.tag]), ...(tags?.map(({ tag }) => tag) ?? [])]);
  const everyProgram = t`Every program`;
  return (
    <>
      <CountrySelect
        aria-label={t`Country`}
        placeholder={t`Every country`}
        clearable
        clearButtonProps={{ 'aria-label': t`Every country` }}
        value={search.country ?? null}
        onChange={(country) => onChange({ country })}
      />
      <Select
        aria-label={t`Tag`}
        placeholder={t`Any tag or none`}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': t`Any tag or none` }}
        data={[...tagNames]}
        value={search.tag ?? null}
        onChange={(tag) => onChange({ tag })}
      />
      <Select
        aria-label={t`Program`}
        placeholder={everyProgram}
        clearable
        clearButtonProps={{ 'aria-label': everyProgram }}
        data={programs?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={search.programId ?? null}
        onChange={(programId) => onChange({ programId })}
      />
      <Choice
        label={t`Enrollment`}
        every={t`Enrolled or not`}
        values={enrollmentStates}
        words={enrollmentWords}
        value={search.state}
        onChange={(state) => onChange({ state })}
      />
      <Select
        aria-label={t`Archived`}
        allowDeselect={false}
        data={[
          { value: 'exclude', label: t`Without archived ones` },
          { value: 'include', label: t`With archived ones` },
          { value: 'only', label: t`Archived ones only` },
        ]}
        value={search.archived ?? 'exclude'}
        onChange={(archived) => onChange({ archived })}
      />
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly every: string;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, MessageDescriptor>>;
  readonly value: Value | undefined;
  readonly onChange: (value: string | null) => void;
}

function Choice<Value extends string>({ label, every, values, words, value, onChange }: ChoiceProps<Value>) {
  const { t } = useLingui();
  return (
    <Select
      aria-label={label}
      placeholder={every}
      clearable
      clearButtonProps={{ 'aria-label': every }}
      data={values.map((each) => ({ value: each, label: t(words[each]) }))}
      value={value ?? null}
      onChange={onChange}
    />
  );
}

/** Which columns are shown: kept in the address and, for the next time, in this browser. */
function ColumnChoice({ columns, onChange }: Omit<ToolsProps, 'search'>) {
  const { t } = useLingui();
  const toggle = (id: ColumnId) => {
    const next = columnIds.filter((each) => columns.includes(each) !== (each === id));
    keepColumns(next);
    onChange({ columns: next.join(',') });
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs">
          <Trans>Columns</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columnIds.map((id) => (
          <Menu.CheckboxItem key={id} checked={columns.includes(id)} onChange={() => toggle(id)}>
            {t(columnWords[id])}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
