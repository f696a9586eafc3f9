import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf } from '../../lib/api/queries.ts';

interface PartnerSelectProps extends Omit<SelectProps, 'data' | 'searchable' | 'value' | 'onChange'> {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** A partner found by its name, e-mail or reference, however many there are; holds its id. */
export function PartnerSelect({ value, onChange, ...props }: PartnerSelectProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 200);
  const chosen = useQuery({
    ...queryOf('getPartner', { params: { id: value ?? '' } }),
    enabled: value !== null && value !== '',
    staleTime: 5 * 60_000,
  });
  // What stands in the field once somebody is chosen is a name, not a search.
  const text = wanted === chosen.data?.name ? '' : wanted;
  const { data, isPending } = useQuery({
    ...queryOf('listPartners', { query: { limit: 20, ...(text === '' ? {} : { search: text }) } }),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const own =
    chosen.data === undefined || found.some((option) => option.value === value)
      ? []
      : [{ value: chosen.data.id, label: chosen.data.name }];
  return (
    <Select
      searchable
      autoComplete="off"
      nothingFoundMessage={isPending ? t`Searching…` : t`No partner by that name.`}
      {...props}
      data={[...own, ...found]}
      filter={({ options }) => options}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id)}
      onSearchChange={setSearch}
    />
  );
}
