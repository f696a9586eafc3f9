import { Select, type SelectProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** A time zone: where days begin and end. */
export function ZoneSelect(props: Omit<SelectProps, 'data' | 'searchable'>) {
  const { t } = useLingui();
  return (
    <Select searchable data={zones} limit={100} nothingFoundMessage={t`No zone by that name.`} autoComplete="off" {...props} />
  );
}
