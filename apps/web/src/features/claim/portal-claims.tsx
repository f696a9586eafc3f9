import { Anchor, Button, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useActions } from '../../lib/actions.ts';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { portalView } from '../../lib/portal-view.ts';
import { ContributionTabs } from '../../ui/contribution-tabs.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { Deadline } from './claim-deadline.tsx';
import { ClaimFigures } from './claim-figures.tsx';
import { claimsQuery, claimTermsQuery, ownTermsQuery, type Claim } from './claim.queries.ts';
import { kindWords, stateTones, stateWords } from './claim-words.ts';

const OpenClaim = lazy(async () => ({ default: (await import('./open-claim.tsx')).OpenClaim }));
const route = getRouteApi('/portal/claims');

/** What the partner contests, and what became of it. */
export function PortalClaims() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { contest } = route.useSearch();
  const list = useInfiniteQuery(claimsQuery());
  const { data: terms } = useQuery(claimTermsQuery);
  const { data: programs } = useQuery(ownTermsQuery(shownPartnerId()));
  const mayOpen = programs !== undefined && programs.length > 0 && portalView() === null;
  const open = useMemo(() => () => void navigate({ search: { contest: 'new' }, resetScroll: false }), [navigate]);
  useActions(
    useMemo(() => (mayOpen ? [{ id: 'contest', label: t`Open a claim`, keys: 'n', run: open }] : []), [mayOpen, open, t]),
  );
  const button = mayOpen && (
    <Button onClick={open}>
      <Trans>Open a claim</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader title={t`Contributions`} actions={button}>
        <Trans>What is missing, wrong, rejected or wrongly split: say so here, and follow the answer day by day.</Trans>
      </PageHeader>
      <ContributionTabs />
      <Stack gap="md">
        {terms?.showsStatistics === true && <ClaimFigures />}
        <DataList
          label={t`Claims`}
          list={list}
          columns={useColumns()}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: '/portal/claims/$claimId', params: { claimId: id } })}
          empty={
            <EmptyState title={t`No claim yet.`} action={button}>
              <Trans>
                A sale that does not appear, an amount that is not right: open a claim, and the company has to answer.
              </Trans>
            </EmptyState>
          }
        />
      </Stack>
      <Suspense>
        {contest !== undefined && mayOpen && (
          <OpenClaim
            contest={contest}
            programs={programs}
            onClose={() => void navigate({ search: {}, replace: true, resetScroll: false })}
            onOpened={(id) => void navigate({ to: '/portal/claims/$claimId', params: { claimId: id }, replace: true })}
          />
        )}
      </Suspense>
    </>
  );
}

function useColumns(): Column<Claim>[] {
  const { t } = useLingui();
  return [
    {
      id: 'what',
      header: t`Claim`,
      cell: ({ id, kind, expected }) => (
        <Anchor component={Link} to="/portal/claims/$claimId" params={{ claimId: id } as never}>
          {t(kindWords[kind])}
          {expected?.eventId === null || expected === null ? '' : ` · ${expected.eventId}`}
        </Anchor>
      ),
    },
    { id: 'state', header: t`State`, cell: ({ state }) => <Status tone={stateTones[state]}>{t(stateWords[state])}</Status> },
    {
      id: 'amount',
      header: t`Amount`,
      align: 'end',
      cell: ({ expected }) =>
        expected === null || expected.amount === null || expected.currency === null ? null : (
          <Money amount={expected.amount} currency={expected.currency} />
        ),
    },
    { id: 'until', header: t`To be answered by`, cell: (claim) => <Deadline claim={claim} /> },
    { id: 'at', header: t`Opened`, align: 'end', cell: ({ openedAt }) => <Instant at={openedAt} show="day" /> },
  ];
}
