import { Anchor, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { programQuery } from './program.queries.ts';
import { stateTones, stateWords } from './state-words.ts';

const route = getRouteApi('/console/programs/$programId');

/** One program: its state, and the parts of its page. */
export function ProgramPage() {
  const { t } = useLingui();
  const { programId } = route.useParams();
  const { data: program, error, refetch } = useQuery(programQuery(programId));
  const back = (
    <Anchor size="sm" c="dimmed" renderRoot={(props) => <Link to="/console/programs" {...props} />}>
      <Trans>Programs</Trans>
    </Anchor>
  );
  if (error !== null) {
    return (
      <>
        {back}
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={program?.name ?? t`Program`} above={back}>
        {program === undefined ? (
          <Skeleton h={18} w={220} />
        ) : (
          <Status tone={stateTones[program.state]}>{t(stateWords[program.state])}</Status>
        )}
      </PageHeader>
      <Tabs
        label={t`Parts of this page`}
        params={{ programId }}
        tabs={[
          { label: t`Overview`, to: '/console/programs/$programId', exact: true },
          { label: t`Plans`, to: '/console/programs/$programId/plans' },
          { label: t`Enrollments`, to: '/console/programs/$programId/enrollments' },
          { label: t`Links and codes`, to: '/console/programs/$programId/links' },
          { label: t`Application`, to: '/console/programs/$programId/application' },
          { label: t`Settings`, to: '/console/programs/$programId/settings' },
        ]}
      />
      <Outlet />
    </>
  );
}
