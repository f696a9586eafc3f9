import { Anchor, SegmentedControl } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { applicationTones, applicationWords } from './qualification-words.ts';
import { applicationsQuery, type Application } from './qualification.queries.ts';

const route = getRouteApi('/console/applications');

/** Who applied: those that wait first, or all. */
export function ApplicationsScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const [shows, setShows] = useState('to_decide');
  const list = useInfiniteQuery(applicationsQuery(shows === 'to_decide' ? 'to_decide' : undefined));
  return (
    <>
      <PageHeader title={t`Applications`}>
        <Trans>Whoever applies proves the address first. Each answer carries a reason, told in the applicant’s language.</Trans>
      </PageHeader>
      <DataList
        label={t`Applications`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/console/applications/$applicationId', params: { applicationId: id } })}
        tools={
          <SegmentedControl
            aria-label={t`Which applications`}
            value={shows}
            onChange={setShows}
            data={[
              { value: 'to_decide', label: t`To be answered` },
              { value: 'all', label: t`All` },
            ]}
          />
        }
        empty={
          <EmptyState title={shows === 'all' ? t`Nobody has applied yet.` : t`No application waits.`}>
            <Trans>Open the form of a program, in its tab “Application”, and share its address.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): Column<Application>[] {
  const { t } = useLingui();
  return [
    {
      id: 'name',
      header: t`Applicant`,
      cell: ({ id, name }) => (
        <Anchor component={Link} to="/console/applications/$applicationId" params={{ applicationId: id } as never}>
          {name}
        </Anchor>
      ),
    },
    { id: 'contact', header: t`Contact`, cell: ({ contact }) => contact },
    { id: 'program', header: t`Program`, cell: ({ programName }) => programName },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state }) => <Status tone={applicationTones[state]}>{t(applicationWords[state])}</Status>,
    },
    { id: 'at', header: t`Sent`, align: 'end', cell: ({ sentAt }) => <Instant at={sentAt} show="day" /> },
  ];
}
