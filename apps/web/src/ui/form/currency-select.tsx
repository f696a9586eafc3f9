import { currencyCodes } from '@cordee/core/money';
import { Select, type SelectProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useLanguage } from '../../lib/use-language.ts';

/** A currency by code and name; those of the product's own table. */
export function CurrencySelect(props: Omit<SelectProps, 'data' | 'searchable'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const data = useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'currency' });
    return currencyCodes().map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` }));
  }, [language]);
  return <Select searchable data={data} nothingFoundMessage={t`No currency by that name.`} autoComplete="off" {...props} />;
}
