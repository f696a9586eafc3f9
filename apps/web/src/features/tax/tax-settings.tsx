import { Box, Button, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { DetailsCard } from './details-card.tsx';
import { PolicyForm } from './policy-form.tsx';
import { TablePart } from './table-part.tsx';
import { policyQuery, proposalsQuery } from './tax.queries.ts';

/** What waits for an answer, how tax details are looked after, and the decision table. */
export function TaxSettings() {
  return (
    <Stack gap="xl" mt="md">
      <Waiting />
      <Policy />
      <TablePart />
    </Stack>
  );
}

function Waiting() {
  const { t } = useLingui();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(proposalsQuery);
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>Proposed by partners</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={110} />}
      {data?.length === 0 && (
        <Text c="dimmed">
          <Trans>Nothing waits for an answer.</Trans>
        </Text>
      )}
      {data !== undefined && data.length > 0 && (
        <Stack component="ul" gap="sm" aria-label={t`Proposed by partners`} p={0} m={0} style={{ listStyle: 'none' }}>
          {data.map((details) => (
            <Paper key={details.id} component="li" withBorder p="md">
              <DetailsCard details={details} named />
            </Paper>
          ))}
        </Stack>
      )}
      {hasNextPage && (
        <Button mt="sm" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>More</Trans>
        </Button>
      )}
    </section>
  );
}

function Policy() {
  const { data, error, refetch } = useQuery(policyQuery);
  return (
    <Box component="section" maw={560}>
      <Title order={2} mb="sm">
        <Trans>Policy</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={220} />}
      {data !== undefined && <PolicyForm policy={data} />}
    </Box>
  );
}
