import { Button, Group, Paper, Progress, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { chosenMembership } from '../../../lib/membership-choice.ts';
import { skipStep, useSkippedSteps } from './skipped-steps.ts';
import { stepNames } from './step-search.ts';
import { useFirstSteps } from './use-first-steps.ts';

/** On the first screen, until all is done or somebody puts it away: how far the company is. */
export function FirstStepsCard() {
  const role = chosenMembership()?.role;
  const isAway = useSkippedSteps().includes('all');
  return isAway || (role !== 'owner' && role !== 'manager') ? null : <Card />;
}

function Card() {
  const { t } = useLingui();
  const steps = useFirstSteps();
  if (steps === null) return null;
  const open = stepNames.filter((name) => steps[name] === 'open');
  if (open.length === 0) return null;
  const done = stepNames.length - open.length;
  const all = stepNames.length;
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label={t`First steps`}
      bg="var(--card)"
      style={{ borderColor: 'var(--line)' }}
    >
      <Group justify="space-between" gap="sm">
        <div style={{ flex: 1, minWidth: 200 }}>
          <Text fw={600}>
            <Trans>
              First steps: {done} of {all}
            </Trans>
          </Text>
          <Progress value={(done / all) * 100} mt={6} aria-label={t`First steps`} />
        </div>
        <Group gap="xs">
          <Button component={Link} to="/console/start">
            <Trans>Go on</Trans>
          </Button>
          <Button variant="subtle" color="gray" onClick={() => skipStep('all', true)}>
            <Trans>Put away</Trans>
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
