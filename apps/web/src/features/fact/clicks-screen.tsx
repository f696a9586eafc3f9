import { Anchor, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ItemOf } from '../../lib/api/queries.ts';
import { daySpan } from '../../lib/day-span.ts';
import { instantsOfDays } from '../../lib/instants-of-days.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useZone } from '../../lib/workspace.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { PeriodChip } from '../../ui/period-chip.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { clicksQuery, clickWhyQuery } from './fact.queries.ts';
import { WhySections } from './why-sections.tsx';

type Row = ItemOf<'listClicks'>;
const route = getRouteApi('/console/clicks');

/** Visitors who followed a link, robots and repeats included; each opens its why. */
export function ClicksScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { from, to, click } = route.useSearch();
  const span = daySpan({ from, to });
  const list = useInfiniteQuery(clicksQuery(instantsOfDays(span, useZone())));
  const open = (id?: string) =>
    void navigate({ search: { ...span, ...(id === undefined ? {} : { click: id }) }, resetScroll: false });
  return (
    <>
      <PageHeader title={t`Clicks`}>
        <Trans>The last 31 days unless others were chosen. Robots and repeats are kept and earn nothing.</Trans>
      </PageHeader>
      <DataList
        label={t`Clicks`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        onOpen={({ id }) => open(id)}
        tools={<PeriodChip span={span} onClear={() => void navigate({ search: {}, replace: true })} />}
        empty={
          <EmptyState title={t`No click in these days.`}>
            <Trans>A click is recorded when somebody follows a partner’s link, or lands on a page with the script.</Trans>
          </EmptyState>
        }
      />
      {click !== undefined && <ClickWhy id={click} onClose={() => open()} />}
    </>
  );
}

function ClickWhy({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(clickWhyQuery(id));
  return (
    <SideDrawer title={t`Why this click`} onClose={onClose} size="xl">
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={200} />}
      {data !== undefined && <WhySections explanation={data.explanation} language={language} />}
    </SideDrawer>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  return [
    {
      id: 'at',
      header: t`When`,
      width: '18%',
      cell: ({ id, at }) => (
        <Anchor
          renderRoot={(props) => (
            <Link to="." search={((now: object) => ({ ...now, click: id })) as never} resetScroll={false} {...props} />
          )}
        >
          <Instant at={at} />
        </Anchor>
      ),
    },
    { id: 'partner', header: t`Partner`, cell: ({ partnerId }) => <PartnerName id={partnerId} /> },
    { id: 'code', header: t`Link`, cell: ({ code, subId }) => (subId === null ? code : `${code} · ${subId}`) },
    { id: 'from', header: t`Coming from`, cell: ({ referrerHost }) => referrerHost },
    { id: 'agent', header: t`Browser`, cell: ({ agent }) => agent },
    {
      id: 'flag',
      header: t`Counts`,
      cell: ({ flag }) => (
        <Status tone={flag === null ? 'good' : 'calm'}>
          {flag === null ? t`Counts` : flag === 'bot' ? t`Robot` : t`Repeat`}
        </Status>
      ),
    },
  ];
}
