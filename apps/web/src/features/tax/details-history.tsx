import { Button, Paper, Skeleton, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { DetailsCard } from './details-card.tsx';
import { historyQuery } from './tax.queries.ts';

/** What was entered for a partner besides what is shown above it, newest first. */
export function DetailsHistory({ partnerId, shown }: { partnerId: string; shown: readonly string[] }) {
  const { t } = useLingui();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(historyQuery(partnerId));
  const others = (data ?? []).filter(({ id }) => !shown.includes(id));
  if (data !== undefined && others.length === 0 && !hasNextPage) return null;
  return (
    <section>
      <Title order={2} fz="lg" mb="sm">
        <Trans>Entered besides</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={110} />}
      <Stack component="ul" gap="sm" aria-label={t`Entered besides`} p={0} m={0} style={{ listStyle: 'none' }}>
        {others.map((details) => (
          <Paper key={details.id} component="li" withBorder p="md">
            <DetailsCard details={details} />
          </Paper>
        ))}
      </Stack>
      {hasNextPage && (
        <Button mt="sm" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
    </section>
  );
}
