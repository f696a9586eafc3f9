import { Paper, Stack, Text, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { compareClauses } from '@cordee/core/plan';
import { Instant } from '../../ui/values.tsx';
import { ClauseChangeView } from './clause-change.tsx';
import type { Terms } from './terms.queries.ts';

type Stated = NonNullable<Terms['current']>;

/** A change that was announced: when, and what becomes different. What was earned before stays as it is. */
export function ComingTerms({ before, next }: { before: Stated | null; next: Stated }) {
  const changes = compareClauses(before?.clauses ?? [], next.clauses).filter(({ kind }) => kind !== 'same');
  return (
    <Paper withBorder p="md" mb="md" bg="var(--hover)">
      <Title order={3}>
        <Trans>
          Changes on <Instant at={next.from} />
        </Trans>
      </Title>
      <Text c="dimmed" mb="sm">
        <Trans>
          {next.planName}, version {next.version}. What you earned before then stays as it is.
        </Trans>
      </Text>
      <Stack gap="sm">
        {changes.map((change) => (
          <ClauseChangeView
            key={'after' in change ? `after ${change.after.number}` : `before ${change.before.number}`}
            change={change}
          />
        ))}
        {changes.length === 0 && (
          <Text>
            <Trans>Not a word of the clauses becomes different.</Trans>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
