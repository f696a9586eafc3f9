import { Button, Stack, Text, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { versionQuery, type Charter, type Version } from './charter.queries.ts';

const PlanFigures = lazy(async () => ({ default: (await import('./plan-figures.tsx')).PlanFigures }));

interface PlanChangeProps {
  readonly charter: Charter;
  readonly version: Version;
}

/** Which plan replaces which; for the company, what the partner would have earned by it. Its clauses are among the differences. */
export function PlanChange({ charter, version }: PlanChangeProps) {
  const { against, document } = version;
  const [asked, setAsked] = useState(false);
  const { data: base } = useQuery({ ...versionQuery(charter.id, against ?? 1), enabled: against !== null });
  const before = base?.document.annex ?? null;
  const after = document.annex;
  if (base === undefined || before?.planVersionId === after?.planVersionId) return null;
  // Whoever has a role in the company; a partner has none, and no simulation either.
  const isCompany = chosenMembership()?.role !== undefined && chosenMembership()?.role !== 'partner';
  return (
    <section>
      <Title order={2} size="h4" mb={4}>
        <Trans>What it changes in the remuneration</Trans>
      </Title>
      <Stack gap={2}>
        <Text size="sm">
          {before === null ? (
            <Trans>No plan was annexed.</Trans>
          ) : (
            <Trans>
              Until now: {before.planName}, version {before.version}
            </Trans>
          )}
        </Text>
        <Text size="sm">
          {after === null ? (
            <Trans>No plan is annexed any more.</Trans>
          ) : (
            <Trans>
              From then on: {after.planName}, version {after.version}. Its clauses are compared above, word by word.
            </Trans>
          )}
        </Text>
      </Stack>
      {isCompany && before !== null && after !== null && !asked && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setAsked(true)}>
          <Trans>Try it on the last twelve months</Trans>
        </Button>
      )}
      <Suspense>
        {asked && before !== null && after !== null && (
          <PlanFigures partnerId={charter.partnerId} running={before.planId} planId={after.planId} version={after.version} />
        )}
      </Suspense>
    </section>
  );
}
