import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { Money } from '../../ui/values.tsx';
import type { DebtPlan, DebtSide } from './debt.queries.ts';
import type { DebtStep } from './debt-plan-question.tsx';

const DebtPlanQuestion = lazy(async () => ({ default: (await import('./debt-plan-question.tsx')).DebtPlanQuestion }));
const ProposeDebtPlan = lazy(async () => ({ default: (await import('./propose-debt-plan.tsx')).ProposeDebtPlan }));

/** What the reader's side may do about a plan as it stands. */
export function DebtPlanSteps({ plan, side }: { plan: DebtPlan; side: DebtSide }) {
  const [asked, setAsked] = useState<DebtStep | 'propose' | null>(null);
  const close = () => setAsked(null);
  const { partnerId, partnerName, currency, state, planned, amount, owed } = plan;
  const debt = { partnerId, partnerName, currency, owed: planned === 0 ? amount : 0, underPlan: owed };
  return (
    <Stack gap="sm">
      {state === 'proposed' && <Answers plan={plan} side={side} onAsk={setAsked} />}
      {state === 'running' && <Running plan={plan} side={side} onAsk={setAsked} />}
      <Suspense>
        {asked === 'propose' && <ProposeDebtPlan debt={debt} side={side} onClose={close} onProposed={close} />}
        {asked !== null && asked !== 'propose' && <DebtPlanQuestion plan={plan} step={asked} side={side} onClose={close} />}
      </Suspense>
    </Stack>
  );
}

interface StepsProps {
  readonly plan: DebtPlan;
  readonly side: DebtSide;
  readonly onAsk: (step: DebtStep | 'propose') => void;
}

function Answers({ plan: { proposedBy }, side, onAsk }: StepsProps) {
  const isOwn = proposedBy === side;
  return (
    <>
      {isOwn && (
        <Text c="dimmed">
          <Trans>The other side was written to, and has not answered yet.</Trans>
        </Text>
      )}
      <Group gap="xs">
        {!isOwn && (
          <Button onClick={() => onAsk('agree')}>
            <Trans>Agree</Trans>
          </Button>
        )}
        <Button variant="default" onClick={() => onAsk('propose')}>
          <Trans>Propose otherwise</Trans>
        </Button>
        <Button variant="default" onClick={() => onAsk(isOwn ? 'withdraw' : 'decline')}>
          {isOwn ? <Trans context="debt">Withdraw</Trans> : <Trans context="debt">Decline</Trans>}
        </Button>
      </Group>
    </>
  );
}

function Running({ plan: { waiver, currency }, side, onAsk }: StepsProps) {
  const { t } = useLingui();
  if (side === 'partner') {
    return (
      <Group gap="xs">
        <Button variant="default" onClick={() => onAsk('propose')}>
          <Trans>Propose otherwise</Trans>
        </Button>
      </Group>
    );
  }
  return (
    <>
      {waiver !== null && (
        <Alert variant="outline" title={t`A waiver waits`}>
          <Stack gap="xs">
            <Text>
              <Trans>
                <Money amount={waiver.amount} currency={currency} /> would be waived: {waiver.reason}
              </Trans>
            </Text>
            <Group gap="xs">
              <Button size="xs" onClick={() => onAsk('approve_waiver')}>
                <Trans>Approve the waiver</Trans>
              </Button>
              <Button size="xs" variant="default" onClick={() => onAsk('refuse_waiver')}>
                <Trans>Refuse the waiver</Trans>
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      <Group gap="xs">
        <Button onClick={() => onAsk('pay')}>
          <Trans>The partner paid</Trans>
        </Button>
        {waiver === null && (
          <Button variant="default" onClick={() => onAsk('waive')}>
            <Trans>Waive a part</Trans>
          </Button>
        )}
        <Button variant="default" onClick={() => onAsk('propose')}>
          <Trans>Propose otherwise</Trans>
        </Button>
        <Button variant="subtle" color="red" onClick={() => onAsk('end')}>
          <Trans>End the plan</Trans>
        </Button>
      </Group>
    </>
  );
}
