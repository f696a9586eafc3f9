import { Button, Group, Paper, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { problemToast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { verificationsQuery, type Verification } from './ledger.queries.ts';

const isUnderWay = ({ state }: Verification) => state === 'waiting' || state === 'running';

/** Everything counted again from the facts and compared with the books, as often as somebody asks. */
export function VerificationScreen() {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { data, error, refetch } = useQuery({
    ...verificationsQuery,
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === true ? 1000 : false),
  });
  const start = async () => {
    setBusy(true);
    try {
      await call('startVerification', {});
      await client.invalidateQueries({ queryKey: verificationsQuery.queryKey });
    } catch (refusal) {
      problemToast(refusal);
    } finally {
      setBusy(false);
    }
  };
  const running = data?.items.some(isUnderWay) === true;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text maw={560}>
          <Trans>All facts are counted again and every row of the books is compared. You may leave this page meanwhile.</Trans>
        </Text>
        <Button loading={busy} disabled={running} onClick={() => void start()}>
          <Trans>Verify now</Trans>
        </Button>
      </Group>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={120} />}
      {data?.items.length === 0 && (
        <EmptyState title={t`Never verified yet.`}>
          <Trans>Ask for it before you pay, or whenever a figure surprises you.</Trans>
        </EmptyState>
      )}
      {data?.items.map((verification) => (
        <VerificationCard key={verification.id} verification={verification} />
      ))}
    </Stack>
  );
}

function VerificationCard({ verification }: { verification: Verification }) {
  const { t } = useLingui();
  const { state, facts, total, result, createdAt } = verification;
  return (
    <Paper component="section" withBorder p="md" aria-label={t`Verification`}>
      <Group justify="space-between" mb="xs">
        <Outcome verification={verification} />
        <Text c="dimmed" size="sm">
          <Instant at={createdAt} />
        </Text>
      </Group>
      {isUnderWay(verification) && (
        <>
          <Progress
            value={total === 0 ? 0 : (100 * facts) / total}
            aria-label={t`How far it is`}
            striped
            {...(state === 'running' ? { animated: true } : {})}
          />
          <Text size="sm" c="dimmed" mt={4}>
            <Trans>
              {facts} of {total} facts
            </Trans>
          </Text>
        </>
      )}
      {result !== null && (
        <Stack gap={4}>
          <Text size="sm">
            <Trans>
              {result.facts} facts, {result.transactions} transactions, {result.postings} lines
            </Trans>
          </Text>
          {result.differences.map(({ check, factId, expected, found }) => (
            <Text key={`${check} ${factId} ${expected}`} size="sm">
              {factId === null ? check : <WhyLink factId={factId}>{check}</WhyLink>}{' '}
              <Trans>
                expected {expected}, found {found}
              </Trans>
            </Text>
          ))}
          {result.moreDifferences > 0 && (
            <Text size="sm">
              <Trans>and {result.moreDifferences} more</Trans>
            </Text>
          )}
        </Stack>
      )}
    </Paper>
  );
}

function Outcome({ verification: { state, result } }: { verification: Verification }) {
  const { t } = useLingui();
  if (state === 'waiting') return <Status tone="wait">{t`Waiting for its turn`}</Status>;
  if (state === 'running') return <Status tone="wait">{t`Counting again`}</Status>;
  if (state === 'failed') return <Status tone="bad">{t`Could not be finished: start another`}</Status>;
  return result?.isSound === true ? (
    <Status tone="good">{t`Everything agrees`}</Status>
  ) : (
    <Status tone="bad">{t`There are differences`}</Status>
  );
}
