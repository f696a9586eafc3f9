import { Anchor, Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useActions } from '../../lib/actions.ts';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { ContributionTabs } from '../../ui/contribution-tabs.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { LastDay } from './contribution-details.tsx';
import { contributionsQuery, ownTermsQuery, type Contribution } from './contribution.queries.ts';
import { kindWords, stateTones, stateWords } from './contribution-words.ts';

const DeclareContribution = lazy(async () => ({ default: (await import('./declare-contribution.tsx')).DeclareContribution }));
const ContributionDrawer = lazy(async () => ({ default: (await import('./contribution-drawer.tsx')).ContributionDrawer }));
const route = getRouteApi('/portal/declared');

/** Deals, introductions, leads and work that the partner declared, and what the company said of them. */
export function DeclaredScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { open } = route.useSearch();
  const list = useInfiniteQuery(contributionsQuery());
  const { data: terms } = useQuery(ownTermsQuery(shownPartnerId()));
  const programs = terms?.filter(({ enrollment }) => enrollment.state !== 'ended');
  const show = (shown?: string) =>
    void navigate({ search: shown === undefined ? {} : { open: shown }, replace: open !== undefined, resetScroll: false });
  const declare = useMemo(() => () => void navigate({ search: { open: 'new' }, resetScroll: false }), [navigate]);
  const mayDeclare = programs !== undefined && programs.length > 0;
  useActions(
    useMemo(
      () => (mayDeclare ? [{ id: 'declare', label: t`Register a deal or a lead`, keys: 'n', run: declare }] : []),
      [mayDeclare, declare, t],
    ),
  );
  const button = mayDeclare && (
    <Button onClick={declare}>
      <Trans>Register</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader title={t`Contributions`} actions={button}>
        <Trans>What you bring otherwise than by links: it counts once the company has confirmed it.</Trans>
      </PageHeader>
      <ContributionTabs />
      <DataList
        label={t`Declared`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        onOpen={({ id }) => show(id)}
        empty={
          <EmptyState title={t`Nothing declared yet.`} action={button}>
            <Trans>Register a deal before you win it, somebody you introduced, a lead, or work you did.</Trans>
          </EmptyState>
        }
      />
      <Suspense>
        {open === 'new' && mayDeclare && (
          <DeclareContribution programs={programs} onClose={() => show()} onDeclared={(id) => show(id)} />
        )}
        {open !== undefined && open !== 'new' && <ContributionDrawer id={open} onClose={() => show()} />}
      </Suspense>
    </>
  );
}

function useColumns(): Column<Contribution>[] {
  const { t } = useLingui();
  return [
    {
      id: 'customer',
      header: t`Customer`,
      cell: ({ id, customer }) => (
        <Anchor component={Link} to="." search={((now: object) => ({ ...now, open: id })) as never} resetScroll={false}>
          {customer.name ?? customer.email ?? customer.externalId ?? '–'}
        </Anchor>
      ),
    },
    { id: 'kind', header: t`What`, cell: ({ kind }) => t(kindWords[kind]) },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state, conflicts }) => (
        <Status tone={conflicts.length > 0 && state === 'waiting' ? 'bad' : stateTones[state]}>{t(stateWords[state])}</Status>
      ),
    },
    {
      id: 'amount',
      header: t`Expected`,
      align: 'end',
      cell: ({ expectedAmount, currency }) =>
        expectedAmount === null || currency === null ? null : <Money amount={expectedAmount} currency={currency} />,
    },
    {
      id: 'until',
      header: t`Until`,
      align: 'end',
      cell: ({ validUntil }) => (validUntil === null ? null : <LastDay until={validUntil} />),
    },
    { id: 'at', header: t`Declared`, align: 'end', cell: ({ declaredAt }) => <Instant at={declaredAt} show="day" /> },
  ];
}
