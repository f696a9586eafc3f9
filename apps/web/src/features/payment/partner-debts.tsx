import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { portalView } from '../../lib/portal-view.ts';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { planTones, planWords } from './debt-words.ts';
import { debtPlansQuery, debtsQuery, type Debt, type DebtSide, type ListedPlan } from './debt.queries.ts';
import { mayPay } from './may-pay.ts';

const DebtPlanDrawer = lazy(async () => ({ default: (await import('./debt-plan-drawer.tsx')).DebtPlanDrawer }));
const ProposeDebtPlan = lazy(async () => ({ default: (await import('./propose-debt-plan.tsx')).ProposeDebtPlan }));

/** What one partner owes, and its plans; nothing where there never was a debt. */
export function PartnerDebts({ partnerId, side }: { partnerId: string | null; side: DebtSide }) {
  const { data: debts = [] } = useInfiniteQuery({ ...debtsQuery(partnerId), enabled: partnerId !== null });
  const { data: plans = [] } = useInfiniteQuery({ ...debtPlansQuery(partnerId ?? ''), enabled: partnerId !== null });
  const [open, setOpen] = useState<string | null>(null);
  const [proposing, setProposing] = useState<Debt | null>(null);
  const mayAct = side === 'partner' ? portalView() === null : mayPay();
  if (debts.length === 0 && plans.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        <Trans>Debts</Trans>
      </Title>
      <Stack gap="sm">
        {debts.map((debt) => (
          <DebtNotice
            key={debt.currency}
            debt={debt}
            side={side}
            onOpen={setOpen}
            onPropose={mayAct ? () => setProposing(debt) : null}
          />
        ))}
        <PlanList plans={plans} onOpen={setOpen} />
      </Stack>
      <Suspense>
        {open !== null && <DebtPlanDrawer id={open} side={side} onClose={() => setOpen(null)} />}
        {proposing !== null && (
          <ProposeDebtPlan
            debt={proposing}
            side={side}
            onClose={() => setProposing(null)}
            onProposed={(id) => {
              setProposing(null);
              setOpen(id);
            }}
          />
        )}
      </Suspense>
    </section>
  );
}

interface DebtNoticeProps {
  readonly debt: Debt;
  readonly side: DebtSide;
  readonly onOpen: (planId: string) => void;
  readonly onPropose: (() => void) | null;
}

function DebtNotice({ debt, side, onOpen, onPropose }: DebtNoticeProps) {
  const { currency, owed, underPlan, planId, planState } = debt;
  const money = <Money amount={owed} currency={currency} />;
  return (
    <Alert variant="outline" color={planState === 'proposed' || (owed > 0 && planId === null) ? 'orange' : 'gray'}>
      <Stack gap="xs">
        {owed > 0 && (
          <Text>
            {side === 'partner' ? (
              <Trans>Refunds took back {money} more than was payable to you. What you earn makes up for it first.</Trans>
            ) : (
              <Trans>Refunds took back {money} more than was payable. Later commissions make up for it first.</Trans>
            )}
          </Text>
        )}
        {underPlan > 0 && (
          <Text>
            <Trans>
              <Money amount={underPlan} currency={currency} /> are paid back by a plan.
            </Trans>
          </Text>
        )}
        <Group gap="xs">
          {planId !== null && (
            <Button size="xs" variant={planState === 'proposed' ? 'filled' : 'default'} onClick={() => onOpen(planId)}>
              {planState === 'proposed' ? <Trans>See what is proposed</Trans> : <Trans>See the plan</Trans>}
            </Button>
          )}
          {planId === null && owed > 0 && onPropose !== null && (
            <Button size="xs" variant="default" onClick={onPropose}>
              <Trans>Propose a plan</Trans>
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

function PlanList({ plans, onOpen }: { plans: readonly ListedPlan[]; onOpen: (planId: string) => void }) {
  const { t } = useLingui();
  if (plans.length === 0) return null;
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t`Payment plans`}>
      {plans.map(({ id, planned, amount, currency, state, proposedAt }) => (
        <Group component="li" key={id} gap="sm">
          <Anchor component="button" type="button" onClick={() => onOpen(id)}>
            <Trans>
              Plan of <Instant at={proposedAt} show="day" />,{' '}
              <Money amount={planned === 0 ? amount : planned} currency={currency} />
            </Trans>
          </Anchor>
          <Status tone={planTones[state]}>{t(planWords[state])}</Status>
        </Group>
      ))}
    </Stack>
  );
}
