import { Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { Archives } from './archives.tsx';
import { leavingQuery, type Side } from './leaving.queries.ts';
import { LeavingStanding } from './leaving-standing.tsx';
import { TryExit } from './try-exit.tsx';

interface LeavingPageProps {
  readonly partnerId: string;
  readonly side: Side;
  /** Acts for its side, rather than only reads. */
  readonly mayWrite: boolean;
  readonly mayTakeAway: boolean;
}

/** The leaving of one partnership as one side reads it. */
export function LeavingPage({ partnerId, side, mayWrite, mayTakeAway }: LeavingPageProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(leavingQuery(partnerId));
  const isOver = data?.leaving?.state === 'ended';
  const trial = <TryExit partnerId={partnerId} side={side} mayKeep={mayWrite} />;
  return (
    <Stack gap="xl" pt="md">
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={160} />}
      {data !== undefined && data.leaving === null && (
        <EmptyState title={t`Nobody has given notice`}>
          <Trans>
            Below you may try what leaving would mean, at any day. Giving notice is the only step that tells the other side.
          </Trans>
        </EmptyState>
      )}
      {data !== undefined && <LeavingStanding standing={data} side={side} />}
      {data !== undefined && data.leaving === null && trial}
      {/* Once it is under way, another day is looked at by the way. */}
      {data !== undefined && data.leaving !== null && !isOver && (
        <details>
          <summary>{t`Try it at a day`}</summary>
          {trial}
        </details>
      )}
      {mayTakeAway && <Archives partnerId={partnerId} side={side} mayStart={mayTakeAway} />}
    </Stack>
  );
}
