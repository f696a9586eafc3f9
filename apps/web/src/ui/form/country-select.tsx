import { Select, type SelectProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { countries } from '../../lib/countries.ts';
import { useCountryName } from '../../lib/use-country-name.ts';
import { useLanguage } from '../../lib/use-language.ts';

/** A country by its name in the reader's language; holds its ISO 3166-1 code. */
export function CountrySelect(props: Omit<SelectProps, 'data' | 'searchable'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const countryName = useCountryName();
  const data = useMemo(
    () =>
      countries
        .map((value) => ({ value, label: countryName(value) }))
        .sort((left, right) => left.label.localeCompare(right.label, language)),
    [countryName, language],
  );
  return (
    <Select
      searchable
      data={data}
      nothingFoundMessage={t`No country by that name.`}
      autoComplete="off"
      clearButtonProps={{ 'aria-label': t`Empty` }}
      {...props}
    />
  );
}
