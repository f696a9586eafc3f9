import { Button, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { Charter, Side, Version } from './charter.queries.ts';
import type { Opened } from './opened.ts';
import type { StepKind } from './step-dialog.tsx';

const ChangeMenu = lazy(async () => ({ default: (await import('./change-menu.tsx')).ChangeMenu }));
const SendCharter = lazy(async () => ({ default: (await import('./send-charter.tsx')).SendCharter }));
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
  const [sending, setSending] = useState(false);
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
  const main: readonly StepKind[] = ['share', 'approve'];
  const hasApproved = version.state === 'shared' && version.approvals.some((one) => one.side === side);
  return (
    <div>
      <Group gap="xs">
        {mayBeSent(charter, version, side) && (
          <Button size="xs" onClick={() => setSending(true)}>
            <Trans>Send to be signed</Trans>
          </Button>
        )}
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
        {sending && <SendCharter charter={charter} version={version} onClose={() => setSending(false)} />}
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

/** Whether a version is on its way through signatures: until that has ended it stays as it is. */
function isOut({ sendings }: Charter, { number }: Version): boolean {
  return sendings.some(({ version, envelope }) => version === number && envelope.state === 'sent');
}

function mayBeSent(charter: Charter, version: Version, side: Side): boolean {
  const isApproved = version.number === charter.draft && version.state === 'approved';
  return side === 'company' && isApproved && version.signatures.length === 0 && !isOut(charter, version);
}

function possibleSteps(charter: Charter, version: Version, side: Side): StepKind[] {
  const { state, by, approvals, signatures, number } = version;
  const isDraft = number === charter.draft;
  const stays = isOut(charter, version);
  const steps: StepKind[] = [];
  if (isDraft && state === 'own' && by === side) steps.push('share');
  if (isDraft && state === 'shared' && !approvals.some((one) => one.side === side)) steps.push('approve');
  if (isDraft && state === 'approved' && !stays && !signatures.some((one) => one.side === side)) steps.push('sign');
  if (isDraft && side === 'company' && (state === 'own' || state === 'shared') && charter.inForce !== null)
    steps.push('announce');
  if (isDraft && state === 'announced') steps.push('object');
  if (charter.state === 'in_force' && charter.draft === null && charter.endsOn === null) steps.push('amend');
  if (charter.state === 'in_force' || (charter.endsOn !== null && charter.state !== 'ended')) steps.push('end');
  if (isDraft && !stays && (state === 'own' || state === 'shared' || state === 'approved')) steps.push('drop');
  return steps;
}
