import { Group, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useSearchChange } from '../../lib/use-search-change.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PeriodFields } from '../../ui/period-fields.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { programsQuery } from './analytics.queries.ts';
import { useScope } from './use-scope.ts';

/** The period and program, chosen once for all figures. */
export function AnalyticsPage() {
  const { t } = useLingui();
  const change = useSearchChange();
  const { from, to, programId } = useScope();
  const { data: programs } = useQuery(programsQuery);
  return (
    <>
      <PageHeader title={t`Analytics`}>
        <Trans>Days are those of the workspace. These figures inform: nothing is paid by them.</Trans>
      </PageHeader>
      <Group gap="xs" mb="sm">
        <PeriodFields period={{ from, to }} onPeriod={(days) => change({ ...days })} />
        <Select
          aria-label={t`Program`}
          placeholder={t`Every program`}
          clearable
          clearButtonProps={{ 'aria-label': t`Every program` }}
          data={programs?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={programId ?? null}
          onChange={(value) => change({ programId: value ?? undefined })}
        />
      </Group>
      <Tabs
        label={t`Ways to look`}
        keepSearch
        tabs={[
          { label: t`Over time`, to: '/console/analytics', exact: true },
          { label: t`Funnel`, to: '/console/analytics/funnel' },
          { label: t`Cohorts`, to: '/console/analytics/cohorts' },
          { label: t`Models`, to: '/console/analytics/models' },
          { label: t`Tracking`, to: '/console/analytics/tracking' },
        ]}
      />
      <Outlet />
    </>
  );
}
