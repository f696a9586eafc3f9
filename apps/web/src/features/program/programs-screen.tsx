import { Anchor, Button, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useActions } from '../../lib/actions.ts';
import type { ItemOf } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { programsQuery } from './program.queries.ts';
import { stateTones, stateWords } from './state-words.ts';
import { useCosts } from './use-costs.ts';

const CreateProgram = lazy(async () => ({ default: (await import('./create-program.tsx')).CreateProgram }));
const route = getRouteApi('/console/programs');
type Row = ItemOf<'listPrograms'>;

/** The sets of terms partners enroll in. */
export function ProgramsScreen() {
  const { t } = useLingui();
  const { create } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(programsQuery());
  const columns = useColumns(list.data ?? []);
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const show = (opened: boolean) => void navigate({ search: opened ? { create: true } : {}, replace: true });
  useActions(
    useMemo(
      () =>
        mayManage
          ? [
              {
                id: 'create-program',
                label: t`Create a program`,
                keys: 'n',
                run: () => void navigate({ search: { create: true }, replace: true }),
              },
            ]
          : [],
      [mayManage, navigate, t],
    ),
  );
  const createButton = mayManage && (
    <Button onClick={() => show(true)}>
      <Trans>Create a program</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader title={t`Programs`} actions={createButton}>
        <Trans>Each has a plan: what it pays, to whom, for how long, in clauses both sides can read.</Trans>
      </PageHeader>
      <DataList
        label={t`Programs`}
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/console/programs/$programId', params: { programId: id } })}
        empty={
          <EmptyState title={t`No program yet.`} action={createButton}>
            <Trans>Start from a template: affiliation, introducers, resellers, suppliers or a subscription.</Trans>
          </EmptyState>
        }
      />
      <Suspense>{create === true && mayManage && <CreateProgram onClose={() => show(false)} />}</Suspense>
    </>
  );
}

function useColumns(rows: readonly Row[]): Column<Row>[] {
  const { t } = useLingui();
  const costOf = useCosts(rows);
  return [
    {
      id: 'name',
      header: t`Name`,
      width: '28%',
      cell: ({ id, name }) => (
        <Anchor
          fw={500}
          c="inherit"
          renderRoot={(props) => <Link to="/console/programs/$programId" params={{ programId: id }} {...props} />}
        >
          {name}
        </Anchor>
      ),
    },
    { id: 'state', header: t`State`, cell: ({ state }) => <Status tone={stateTones[state]}>{t(stateWords[state])}</Status> },
    { id: 'plan', header: t`Plan in force`, width: '22%', cell: (program) => <PlanInForce program={program} /> },
    {
      id: 'partners',
      header: t`Partners`,
      align: 'end',
      cell: ({ partners: { active, pending } }) => (
        <>
          <span className="figure">{active}</span>
          {pending > 0 && (
            <Text span c="dimmed" size="sm">
              {' '}
              <Plural value={pending} one="+ # waiting" other="+ # waiting" />
            </Text>
          )}
        </>
      ),
    },
    { id: 'currency', header: t`Currency`, cell: ({ currency }) => currency },
    {
      id: 'cost',
      header: t`Cost this month`,
      align: 'end',
      cell: (program) => {
        const cost = costOf(program);
        return cost === null ? '–' : <Money amount={cost} currency={program.currency} />;
      },
    },
  ];
}

function PlanInForce({ program: { inForce, announced, draft } }: { program: Row }) {
  return (
    <>
      {inForce === null ? <Trans>None yet</Trans> : <Trans>Version {inForce.number}</Trans>}
      <Text span c="dimmed" size="sm">
        {announced !== null && (
          <>
            {' · '}
            <Trans>
              version {announced.number} on <Instant at={announced.effectiveAt} show="day" />
            </Trans>
          </>
        )}
        {draft !== null && (
          <>
            {' · '}
            <Trans>draft {draft}</Trans>
          </>
        )}
      </Text>
    </>
  );
}
