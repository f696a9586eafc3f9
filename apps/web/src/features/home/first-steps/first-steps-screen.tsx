import { Anchor, Button, Group, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Status } from '../../../ui/status.tsx';
import { CompanyStep } from './company-step.tsx';
import { EventsStep } from './events-step.tsx';
import classes from './first-steps.module.css';
import { PartnerStep } from './partner-step.tsx';
import { ProgramStep } from './program-step.tsx';
import { skipStep } from './skipped-steps.ts';
import { TrackingStep } from './tracking-step.tsx';
import { stepNames, type StepName } from './step-search.ts';
import { useFirstSteps, type StepState } from './use-first-steps.ts';

const route = getRouteApi('/console/start');

/** From an empty workspace to a partner with a link, in five steps; each can be left out and taken up later. */
export function FirstStepsScreen() {
  const { t } = useLingui();
  const steps = useFirstSteps();
  const { step } = route.useSearch();
  const titles: Readonly<Record<StepName, string>> = {
    company: t`Your company`,
    program: t`A program`,
    tracking: t`The script on your pages`,
    events: t`Where sales come from`,
    partner: t`A first partner`,
  };
  const bodies: Readonly<Record<StepName, ReactNode>> = {
    company: <CompanyStep />,
    program: <ProgramStep />,
    tracking: <TrackingStep />,
    events: <EventsStep />,
    partner: <PartnerStep />,
  };
  const next = steps === null ? undefined : stepNames.find((name) => steps[name] === 'open');
  const held = useHeld(step, next, steps);
  const shown = step ?? held ?? next;
  return (
    <>
      <PageHeader title={t`First steps`}>
        <Trans>
          About five minutes. What you did is kept: leave whenever you like, and go on from here or from any other computer.
        </Trans>
      </PageHeader>
      {steps === null ? (
        <Skeleton h={320} />
      ) : (
        <ol className={classes['steps']}>
          {stepNames.map((name) => (
            <Step key={name} name={name} title={titles[name]} state={steps[name]} isShown={name === shown}>
              {bodies[name]}
            </Step>
          ))}
        </ol>
      )}
      {steps !== null && next === undefined && (
        <Button component={Link} to="/console" mt="md">
          <Trans>Everything is ready: go to the first screen</Trans>
        </Button>
      )}
    </>
  );
}

/** Steps that end with something to read: a script just seen, a link to share. */
const READ_AT_THE_END: readonly StepName[] = ['tracking', 'partner'];

/** Such a step, once it is come to: it stays though it is done, until another is chosen or it is left out. */
function useHeld(chosen: StepName | undefined, next: StepName | undefined, steps: ReturnType<typeof useFirstSteps>) {
  const [held, setHeld] = useState<StepName | null>(null);
  const isOver = held !== null && (chosen !== undefined || steps?.[held] === 'skipped');
  if (isOver) setHeld(null);
  else if (held === null && chosen === undefined && next !== undefined && READ_AT_THE_END.includes(next)) setHeld(next);
  return isOver ? null : held;
}

interface StepProps {
  readonly name: StepName;
  readonly title: string;
  readonly state: StepState;
  readonly isShown: boolean;
  readonly children: ReactNode;
}

function Step({ name, title, state, isShown, children }: StepProps) {
  const { t } = useLingui();
  const words = { done: t`Done`, skipped: t`Left out`, open: t`To do` };
  const tones = { done: 'good', skipped: 'calm', open: 'wait' } as const;
  return (
    <li className={classes['step']} aria-current={isShown ? 'step' : undefined}>
      <Group justify="space-between" gap="sm">
        <h2 className={classes['title']}>
          <Anchor
            c="inherit"
            renderRoot={(props) => <Link to="/console/start" search={{ step: name }} resetScroll={false} {...props} />}
          >
            {title}
          </Anchor>
        </h2>
        <Status tone={tones[state]}>{words[state]}</Status>
      </Group>
      {isShown && (
        <Stack gap="md" mt="sm">
          {children}
          {state === 'open' && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => skipStep(name, true)}
              renderRoot={(props) => <Link to="/console/start" {...props} />}
            >
              <Trans>Leave this out for now</Trans>
            </Button>
          )}
          {state === 'done' && (
            <Anchor size="sm" renderRoot={(props) => <Link to="/console/start" {...props} />}>
              <Trans>Go on</Trans>
            </Anchor>
          )}
        </Stack>
      )}
    </li>
  );
}
