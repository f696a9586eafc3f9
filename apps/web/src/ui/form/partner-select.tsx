import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf } from '../../lib/api/queries.ts';

/** A partner by its name, found as one types; holds its id. */
export function PartnerSelect(props: Omit<SelectProps, 'data' | 'searchable'>) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 200);
  const { data } = useQuery(queryOf('listPartners', { query: { limit: 20, ...(search === '' ? {} : { search }) } }));
  return (
    <Select
      searchable
      searchValue={text}
      onSearchChange={setText}
      data={data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      // The server has searched already, also by e-mail and reference.
      filter={({ options }) => options}
      nothingFoundMessage={t`No partner by that name.`}
      autoComplete="off"
      {...props}
    />
  );
}
