import { Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { localDateOf, type LocalDate } from '@cordee/core/time';
import { useState } from 'react';
import { useZone } from '../lib/workspace.tsx';
import { periodPresets, presetOf, type Days, type PresetName } from './period-presets.ts';

/** Today, where the workspace is. */
export function useToday(): LocalDate {
  const zone = useZone();
  const [now] = useState(() => Date.now());
  return localDateOf(now, zone);
}

/** A period in days, both included: one of those people ask for, or any other. */
export function PeriodFields({ period, onPeriod }: { period: Days; onPeriod: (period: Days) => void }) {
  const { t } = useLingui();
  const presets = periodPresets(useToday());
  const words: Readonly<Record<PresetName, string>> = {
    thisMonth: t`This month`,
    lastMonth: t`Last month`,
    thisQuarter: t`This quarter`,
    thisYear: t`This year`,
    lastYear: t`Last year`,
    last30: t`The last 30 days`,
    last90: t`The last 90 days`,
  };
  const chosen = presetOf(presets, period);
  const names = Object.keys(presets) as PresetName[];
  const day = (name: 'from' | 'to', label: string) => (
    <TextInput
      type="date"
      aria-label={label}
      value={period[name]}
      required
      onChange={(event) => {
        const { value } = event.currentTarget;
        // Emptied while one types: the period stays until there is a day again.
        if (value === '') return;
        const next = { ...period, [name]: value };
        onPeriod(next.from <= next.to ? next : { from: value, to: value });
      }}
    />
  );
  return (
    <>
      <Select
        aria-label={t`Period`}
        allowDeselect={false}
        data={[
          ...names.map((value) => ({ value: value as string, label: words[value] })),
          ...(chosen === null ? [{ value: '', label: t`Other days` }] : []),
        ]}
        value={chosen ?? ''}
        onChange={(value) => {
          if (value !== null && value !== '') onPeriod(presets[value as PresetName]);
        }}
      />
      {day('from', t`First day`)}
      {day('to', t`Last day`)}
    </>
  );
}
