import { Anchor, Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { queryOf } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { EnrollmentActions } from './enrollment-actions.tsx';
import { enrollmentsQuery, type Enrollment } from './enrollment.queries.ts';
import { stateTones, stateWords } from './state-words.ts';

const EnrollPartner = lazy(async () => ({ default: (await import('./enroll-partner.tsx')).EnrollPartner }));
const route = getRouteApi('/console/programs/$programId/enrollments');

/** Who is in a program, in which state, under which plan. */
export function ProgramEnrollments() {
  const { t } = useLingui();
  const { programId } = route.useParams();
  const list = useInfiniteQuery(enrollmentsQuery(programId));
  const [enrolling, setEnrolling] = useState(false);
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const button = mayManage && (
    <Button variant="default" onClick={() => setEnrolling(true)}>
      <Trans>Enroll a partner</Trans>
    </Button>
  );
  return (
    <>
      <DataList
        label={t`Enrollments`}
        list={list}
        columns={useColumns(mayManage)}
        keyOf={({ id }) => id}
        tools={button}
        empty={
          <EmptyState title={t`No partner is enrolled yet.`}>
            <Trans>Enroll one: links, codes and commissions follow from it.</Trans>
          </EmptyState>
        }
      />
      <Suspense>{enrolling && <EnrollPartner programId={programId} onClose={() => setEnrolling(false)} />}</Suspense>
    </>
  );
}

function useColumns(mayManage: boolean): Column<Enrollment>[] {
  const { t } = useLingui();
  const actions: Column<Enrollment>[] = mayManage
    ? [
        {
          id: 'actions',
          header: t`Actions`,
          align: 'end',
          width: '64px',
          cell: (enrollment) => <EnrollmentActions enrollment={enrollment} />,
        },
      ]
    : [];
  return [
    { id: 'partner', header: t`Partner`, cell: ({ partnerId }) => <PartnerName id={partnerId} /> },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state, announced }) => (
        <>
          <Status tone={stateTones[state]}>{t(stateWords[state])}</Status>
          {announced !== null && <Announced state={t(stateWords[announced.state])} from={announced.from} />}
        </>
      ),
    },
    { id: 'plan', header: t`Plan`, cell: ({ planId }) => <PlanName planId={planId} /> },
    { id: 'reason', header: t`Reason`, cell: ({ reason }) => reason },
    { id: 'since', header: t`Since`, align: 'end', cell: ({ stateFrom }) => <Instant at={stateFrom} show="day" /> },
    ...actions,
  ];
}

function Announced({ state, from }: { state: string; from: string }) {
  return (
    <div>
      <Trans>
        then {state.toLowerCase()} on <Instant at={from} show="day" />
      </Trans>
    </div>
  );
}

function PlanName({ planId }: { planId: string | null }) {
  const { data } = useQuery({
    ...queryOf('getPlan', { params: { id: planId ?? '' } }),
    enabled: planId !== null,
    staleTime: 5 * 60_000,
  });
  if (planId === null) return <Trans>That of the program</Trans>;
  return (
    <Anchor c="inherit" renderRoot={(props) => <Link to="/console/plans/$planId" params={{ planId }} {...props} />}>
      {data?.name ?? '…'}
    </Anchor>
  );
}
