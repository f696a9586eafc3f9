import { Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { payableByCurrencyQuery, type Way } from './payment.queries.ts';
import { railWords } from './payment-words.ts';
import { railNames } from './way-search.ts';

/** By which rail is paid, and in which of the currencies in which something is payable. */
export function WaySelect({ way: { rail, currency }, onWay }: { way: Way; onWay: (way: Way) => void }) {
  const { t } = useLingui();
  const { data } = useQuery(payableByCurrencyQuery);
  const payable = (data?.items ?? []).map((item) => item.currency).filter((code) => /^[A-Z]{3}$/.test(code));
  const currencies = [...new Set(['EUR', currency, ...payable])];
  return (
    <>
      <Select
        aria-label={t`Way to pay`}
        allowDeselect={false}
        data={railNames.map((value) => ({ value, label: t(railWords[value]) }))}
        value={rail}
        onChange={(chosen) => {
          const next = railNames.find((known) => known === chosen) ?? 'sepa';
          onWay({ rail: next, currency: next === 'sepa' ? 'EUR' : currency });
        }}
      />
      {rail !== 'sepa' && (
        <Select
          aria-label={t`Currency`}
          allowDeselect={false}
          w={110}
          data={currencies}
          value={currency}
          onChange={(code) => onWay({ rail, currency: code ?? 'EUR' })}
        />
      )}
    </>
  );
}
