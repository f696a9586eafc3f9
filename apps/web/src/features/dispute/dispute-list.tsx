import { Anchor, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { StateFilter } from '../../ui/state-filter.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { Clock } from './clock.tsx';
import { disputeFilters, disputesQuery, filterOf, type Dispute, type Side } from './dispute.queries.ts';
import { filterWords, sideWords, stateTones, stateWords } from './dispute-words.ts';

interface DisputeListProps {
  /** Of one partner; of all when null. */
  readonly partnerId: string | null;
  readonly side: Side;
  readonly empty: ReactNode;
  readonly tools?: ReactNode;
}

/** Disputes, newest first, with the clock of each. */
export function DisputeList({ partnerId, side, empty, tools }: DisputeListProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const state = filterOf(useSearch({ strict: false }));
  const list = useInfiniteQuery(disputesQuery(partnerId, state));
  return (
    <DataList
      label={t`Disputes`}
      list={list}
      columns={useColumns(side, partnerId === null)}
      keyOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: addressOf(side), params: { disputeId: id } })}
      tools={
        <>
          <StateFilter
            states={disputeFilters}
            words={filterWords}
            value={state}
            onChange={(value) =>
              void navigate({ to: '.', search: { state: value ?? undefined } as never, replace: true, resetScroll: false })
            }
          />
          {tools}
        </>
      }
      empty={empty}
    />
  );
}

const addressOf = (side: Side) =>
  side === 'company' ? ('/console/disputes/$disputeId' as const) : ('/portal/disputes/$disputeId' as const);

function useColumns(side: Side, withPartner: boolean): Column<Dispute>[] {
  const { t } = useLingui();
  return [
    {
      id: 'title',
      header: t`Dispute`,
      cell: ({ id, title }) => (
        <Anchor component={Link} to={addressOf(side)} params={{ disputeId: id } as never}>
          {title}
        </Anchor>
      ),
    },
    ...(withPartner && side === 'company'
      ? [{ id: 'partner', header: t`Partner`, cell: ({ partnerName }: Dispute) => partnerName }]
      : []),
    {
      id: 'step',
      header: t({ message: 'Step', context: 'dispute' }),
      cell: ({ step }) => (
        <>
          {step.level}
          <Text span size="xs" c="dimmed" display="block">
            <Trans>
              {step.number} of {step.of}
            </Trans>
          </Text>
        </>
      ),
    },
    { id: 'state', header: t`State`, cell: ({ state }) => <Status tone={stateTones[state]}>{t(stateWords[state])}</Status> },
    { id: 'waits', header: t`Waits for`, cell: ({ waitsFor }) => (waitsFor === null ? null : t(sideWords[waitsFor])) },
    { id: 'until', header: t`Last day`, cell: (dispute) => <Clock of={dispute} /> },
    {
      id: 'opened',
      header: t({ message: 'Opened', context: 'dispute' }),
      align: 'end',
      cell: ({ openedAt }) => <Instant at={openedAt} show="day" />,
    },
  ];
}
