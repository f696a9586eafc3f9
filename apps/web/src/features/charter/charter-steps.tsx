import { Button, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { Charter, Side, Version } from './charter.queries.ts';
import type { Opened } from './opened.ts';
import type { StepKind } from './step-dialog.tsx';

const ChangeMenu = lazy(async () => ({ default: (await import('./change-menu.tsx')).ChangeMenu }));
const StepDialog = lazy(async () => ({ default: (await import('./step-dialog.tsx')).StepDialog }));

interface CharterStepsProps {
  readonly charter: Charter;
  readonly version: Version;
  readonly side: Side;
  readonly mayChange: boolean;
  readonly onOpen: (opened: Opened) => void;
}

/** What a side can do with the version that is shown, as buttons. */
export function CharterSteps({ charter, version, side, mayChange, onOpen }: CharterStepsProps) {
  const { t } = useLingui();
  const [step, setStep] = useState<StepKind | null>(null);
  const labels: Readonly<Record<StepKind, string>> = {
    share: t`Share with the other side`,
    approve: t`Approve this text`,
    sign: t`Say that we have signed`,
    amend: t`Draft a new version`,
    announce: t`Announce as a replacement`,
    object: side === 'company' ? t`Take the announcement back` : t`Object`,
    drop: t`Give up the draft`,
    end: t`Say when it ends`,
  };
  const steps = possibleSteps(charter, version, side);
  const main: readonly StepKind[] = ['share', 'approve', 'sign'];
  const hasApproved = version.state === 'shared' && version.approvals.some((one) => one.side === side);
  return (
    <div>
      <Group gap="xs">
        {steps.map((kind) => (
          <Button key={kind} size="xs" variant={main.includes(kind) ? 'filled' : 'default'} onClick={() => setStep(kind)}>
            {labels[kind]}
          </Button>
        ))}
        <Suspense>{mayChange && <ChangeMenu onOpen={onOpen} />}</Suspense>
      </Group>
      {hasApproved && (
        <Text size="sm" c="dimmed" mt={6}>
          <Trans>Your side has approved this text; the other side has not yet.</Trans>
        </Text>
      )}
      <Suspense>
        {step !== null && (
          <StepDialog
            kind={step}
            label={labels[step]}
            charter={charter}
            version={version}
            side={side}
            onClose={() => setStep(null)}
          />
        )}
      </Suspense>
    </div>
  );
}

function possibleSteps(charter: Charter, version: Version, side: Side): StepKind[] {
  const { state, by, approvals, signatures, number } = version;
  const isDraft = number === charter.draft;
  const steps: StepKind[] = [];
  if (isDraft && state === 'own' && by === side) steps.push('share');
  if (isDraft && state === 'shared' && !approvals.some((one) => one.side === side)) steps.push('approve');
  if (isDraft && state === 'approved' && !signatures.some((one) => one.side === side)) steps.push('sign');
  if (isDraft && side === 'company' && (state === 'own' || state === 'shared') && charter.inForce !== null)
    steps.push('announce');
  if (isDraft && state === 'announced') steps.push('object');
  if (charter.state === 'in_force' && charter.draft === null && charter.endsOn === null) steps.push('amend');
  if (charter.state === 'in_force' || (charter.endsOn !== null && charter.state !== 'ended')) steps.push('end');
  if (isDraft && (state === 'own' || state === 'shared' || state === 'approved')) steps.push('drop');
  return steps;
}
