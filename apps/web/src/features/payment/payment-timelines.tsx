import { Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { LocalDate, Money } from '../../ui/values.tsx';
import { lineTones, lineWords, railWords } from './payment-words.ts';
import { nextPaymentQuery, timelinesQuery, type Timeline } from './payment.queries.ts';
import { TimelineSteps } from './timeline-steps.tsx';

interface PaymentTimelinesProps {
  readonly partnerId: string;
  /** What is said when there is none. */
  readonly empty: ReactNode;
}

/** The payments of a partner, newest first, each step by step: what was promised, and when it happened. */
export function PaymentTimelines({ partnerId, empty }: PaymentTimelinesProps) {
  const { t } = useLingui();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(timelinesQuery(partnerId));
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={180} />;
  return (
    <Stack>
      <NextPayment partnerId={partnerId} />
      {data.length === 0 && <EmptyState title={t`No payment yet.`}>{empty}</EmptyState>}
      {data.length > 0 && (
        <Stack component="ul" gap="sm" aria-label={t`Payments`} p={0} m={0} style={{ listStyle: 'none' }}>
          {data.map((timeline) => (
            <Paper key={timeline.payoutId} component="li" withBorder p="md">
              <Payment timeline={timeline} />
            </Paper>
          ))}
        </Stack>
      )}
      {hasNextPage && (
        <Button
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
          style={{ alignSelf: 'start' }}
        >
          <Trans>More</Trans>
        </Button>
      )}
    </Stack>
  );
}

function NextPayment({ partnerId }: { partnerId: string }) {
  const { data } = useQuery(nextPaymentQuery(partnerId));
  if (data === undefined || data.nextPaymentOn === null) return null;
  return (
    <Text>
      <Trans>
        Next payment day: <LocalDate date={data.nextPaymentOn} />. What is payable by then is paid.
      </Trans>
    </Text>
  );
}

function Payment({ timeline: { amount, currency, state, rail, settlement, endReason, steps } }: { timeline: Timeline }) {
  const { t } = useLingui();
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="start">
        <div>
          <Text fw={600}>
            <Money amount={amount} currency={currency} />
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[rail === null ? null : t(railWords[rail]), settlement].filter((text) => text !== null).join(' · ')}
          </Text>
        </div>
        <Status tone={lineTones[state]}>{t(lineWords[state])}</Status>
      </Group>
      <TimelineSteps steps={steps} />
      {endReason !== null && (
        <Text size="sm" c="dimmed">
          {endReason}
        </Text>
      )}
    </Stack>
  );
}
