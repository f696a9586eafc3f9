import { Button, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TermsTabs } from '../../ui/terms-tabs.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { EnrollmentTerms } from './enrollment-terms.tsx';
import { termsQuery } from './terms.queries.ts';

/** What the partner agreed to, program by program, and what of it will change. */
export function TermsScreen() {
  const { t } = useLingui();
  const { data, error, isPending, refetch } = useQuery(termsQuery(shownPartnerId()));
  return (
    <>
      <PageHeader
        title={t`Terms`}
        actions={
          <Button variant="default" size="xs" data-print="off" onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        }
      >
        <Trans>The sentences below are what is computed: each commission cites the clause it comes from.</Trans>
      </PageHeader>
      <TermsTabs />
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && error === null && <Skeleton h={320} />}
      {data?.length === 0 && (
        <EmptyState title={t`You are in no program yet.`}>
          <Trans>Once the company enrolls you, what you agreed on stands here.</Trans>
        </EmptyState>
      )}
      <Stack gap={48}>
        {data?.map((terms) => (
          <EnrollmentTerms key={terms.enrollment.id} terms={terms} />
        ))}
      </Stack>
    </>
  );
}
