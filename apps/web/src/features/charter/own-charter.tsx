import { Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { portalView } from '../../lib/portal-view.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TermsTabs } from '../../ui/terms-tabs.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { chartersQuery } from './charter.queries.ts';
import { CharterView } from './charter-view.tsx';

/** The charter as the partner reads it, proposes to it, approves and signs it. */
export function OwnCharter() {
  const { t } = useLingui();
  const { data, error, refetch } = useInfiniteQuery(chartersQuery(shownPartnerId()));
  const shown = data?.find(({ state }) => state !== 'dropped') ?? data?.[0];
  return (
    <>
      <PageHeader title={t`Charter`}>
        <Trans>What the company and you agree on: both sides propose, approve and sign.</Trans>
      </PageHeader>
      <TermsTabs />
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && shown === undefined && (
        <EmptyState title={t`No charter yet`}>
          <Trans>Once the company shares a draft with you, you read and change it here.</Trans>
        </EmptyState>
      )}
      {shown !== undefined && <CharterView id={shown.id} side="partner" mayWrite={portalView() === null} />}
    </>
  );
}
