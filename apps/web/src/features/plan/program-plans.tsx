import { Anchor, Button, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { ItemOf } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { plansQuery } from './plan.queries.ts';
import { versionTones, versionWords } from './plan-words.ts';

const AddPlan = lazy(async () => ({ default: (await import('./add-plan.tsx')).AddPlan }));
const route = getRouteApi('/console/programs/$programId/plans');
type Row = ItemOf<'listPlans'>;

/** The plans of a program: the default one, and those some partners have of their own. */
export function ProgramPlans() {
  const { t } = useLingui();
  const { programId } = route.useParams();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(plansQuery(programId));
  const [adding, setAdding] = useState(false);
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  return (
    <>
      <DataList
        label={t`Plans`}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/console/plans/$planId', params: { planId: id } })}
        tools={
          mayManage && (
            <Button variant="default" onClick={() => setAdding(true)}>
              <Trans>Add a plan</Trans>
            </Button>
          )
        }
        empty={<EmptyState title={t`No plan yet.`} />}
      />
      <Suspense>{adding && <AddPlan programId={programId} onClose={() => setAdding(false)} />}</Suspense>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  return [
    {
      id: 'name',
      header: t`Name`,
      cell: ({ id, name, default: isDefault }) => (
        <>
          <Anchor
            fw={500}
            c="inherit"
            renderRoot={(props) => <Link to="/console/plans/$planId" params={{ planId: id }} {...props} />}
          >
            {name}
          </Anchor>
          {isDefault && (
            <Text span size="sm" c="dimmed">
              {' · '}
              <Trans>for all who have none of their own</Trans>
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'state',
      header: t`State`,
      cell: ({ versions }) => {
        const state = stateOf(versions);
        return <Status tone={versionTones[state]}>{t(versionWords[state])}</Status>;
      },
    },
    {
      id: 'version',
      header: t`Version in force`,
      cell: ({ versions }) => {
        const version = versions.find(({ state }) => state === 'in_force');
        const since = version?.effectiveAt ?? null;
        if (version === undefined || since === null) return <Trans>None yet</Trans>;
        return (
          <Trans>
            {version.number}, since <Instant at={since} show="day" />
          </Trans>
        );
      },
    },
    {
      id: 'next',
      header: t`Next`,
      cell: ({ versions }) => {
        const next = versions.find(({ state }) => state === 'announced');
        const draft = versions.find(({ state }) => state === 'draft');
        const from = next?.effectiveAt ?? null;
        if (next !== undefined && from !== null) {
          return (
            <Trans>
              Version {next.number} on <Instant at={from} show="day" />
            </Trans>
          );
        }
        return draft === undefined ? null : <Trans>Draft of version {draft.number}</Trans>;
      },
    },
  ];
}

function stateOf(versions: Row['versions']): keyof typeof versionWords {
  const states = versions.map(({ state }) => state);
  return (['in_force', 'announced', 'draft'] as const).find((state) => states.includes(state)) ?? 'replaced';
}
