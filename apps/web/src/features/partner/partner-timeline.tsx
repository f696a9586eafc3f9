import { Select, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { timelineQuery, type TimelineEntry } from './partner.queries.ts';
import { TimelineMore, TimelineWhat } from './timeline-entry.tsx';
import { timelineSearch } from './timeline-search.ts';
import { timelineGroups, type TimelineGroup } from './timeline-words.ts';

const route = getRouteApi('/console/partners/$partnerId/timeline');

/** All that happened with a partner, the latest learned first: a tab of its page. */
export function PartnerTimeline() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  const { only } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(timelineQuery(partnerId, only === undefined ? undefined : timelineGroups[only].kinds));
  const groups = Object.keys(timelineGroups) as TimelineGroup[];
  return (
    <DataList
      label={t`Timeline`}
      list={list}
      columns={useColumns(partnerId)}
      keyOf={({ kind, id }) => `${kind} ${id}`}
      tools={
        <Select
          aria-label={t`What happened`}
          placeholder={t`All that happened`}
          clearable
          clearButtonProps={{ 'aria-label': t`All that happened` }}
          data={groups.map((value) => ({ value, label: t(timelineGroups[value].word) }))}
          value={only ?? null}
          onChange={(value) => void navigate({ search: timelineSearch({ only: value }), replace: true, resetScroll: false })}
        />
      }
      empty={
        <EmptyState title={t`Nothing happened yet.`}>
          <Trans>Sales, payouts, stages, enrollments, notes and changes stand here, the latest first.</Trans>
        </EmptyState>
      }
    />
  );
}

function useColumns(partnerId: string): Column<TimelineEntry>[] {
  const { t } = useLingui();
  return [
    { id: 'at', header: t`When`, width: '18%', cell: ({ at }) => <Instant at={at} /> },
    { id: 'what', header: t`What happened`, cell: (entry) => <TimelineWhat entry={entry} partnerId={partnerId} /> },
    {
      id: 'more',
      header: t({ message: 'Details', context: 'timeline' }),
      width: '36%',
      cell: (entry) => <TimelineMore entry={entry} />,
    },
    { id: 'amount', header: t`Amount`, align: 'end', width: '16%', cell: (entry) => <Amount entry={entry} /> },
  ];
}

/** What the partner earned by it, or was paid. */
function Amount({ entry }: { entry: TimelineEntry }) {
  if (entry.kind === 'payout') return <Money amount={entry.amount} currency={entry.currency} />;
  if (entry.kind !== 'fact') return null;
  return entry.earned.map(({ amount, currency }) => (
    <Text component="span" display="block" inherit key={currency}>
      <Money amount={amount} currency={currency} signed />
    </Text>
  ));
}
