import { Anchor, Group, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { queryOf } from '../../lib/api/queries.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Instant } from '../../ui/values.tsx';
import { planQuery, type PlanVersion } from './plan.queries.ts';
import { versionTones, versionWords } from './plan-words.ts';

const route = getRouteApi('/console/plans/$planId');

/** One plan: where its versions stand, and the parts of its page. */
export function PlanPage() {
  const { t } = useLingui();
  const { planId } = route.useParams();
  const { data: plan, error, refetch } = useQuery(planQuery(planId));
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader title={plan?.name ?? t`Plan`} above={plan !== undefined && <Back programId={plan.programId} />}>
        {plan === undefined ? (
          <Skeleton h={18} w={220} />
        ) : (
          <Group gap="md">
            {plan.versions
              .filter(({ state }) => state !== 'replaced')
              .map((version) => (
                <Standing key={version.id} version={version} />
              ))}
          </Group>
        )}
      </PageHeader>
      <Tabs
        label={t`Parts of this page`}
        params={{ planId }}
        tabs={[
          { label: t`Clauses`, to: '/console/plans/$planId', exact: true },
          { label: t`Editor`, to: '/console/plans/$planId/edit' },
          { label: t`Simulation`, to: '/console/plans/$planId/simulation' },
          { label: t`Publication`, to: '/console/plans/$planId/publication' },
          { label: t`Versions`, to: '/console/plans/$planId/versions' },
        ]}
      />
      {plan === undefined ? <Skeleton h={320} /> : <Outlet />}
    </>
  );
}

function Standing({ version: { number, state, effectiveAt } }: { version: PlanVersion }) {
  const { t } = useLingui();
  const word = t(versionWords[state]);
  return (
    <Status tone={versionTones[state]}>
      {state === 'announced' && effectiveAt !== null ? (
        <Trans>
          Version {number}: announced for <Instant at={effectiveAt} />
        </Trans>
      ) : (
        <Trans>
          Version {number}: {word.toLowerCase()}
        </Trans>
      )}
    </Status>
  );
}

function Back({ programId }: { programId: string }) {
  const { data: program } = useQuery(queryOf('getProgram', { params: { id: programId } }));
  return (
    <Anchor
      size="sm"
      c="dimmed"
      renderRoot={(props) => <Link to="/console/programs/$programId/plans" params={{ programId }} {...props} />}
    >
      {program?.name ?? <Trans>Programs</Trans>}
    </Anchor>
  );
}
