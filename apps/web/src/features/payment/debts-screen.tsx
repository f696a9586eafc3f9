import { Anchor, Button, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { Money } from '../../ui/values.tsx';
import { planTones, planWords } from './debt-words.ts';
import { debtsQuery, type Debt } from './debt.queries.ts';
import { mayPay } from './may-pay.ts';

const route = getRouteApi('/console/payments/debts');
const DebtPlanDrawer = lazy(async () => ({ default: (await import('./debt-plan-drawer.tsx')).DebtPlanDrawer }));
const ProposeDebtPlan = lazy(async () => ({ default: (await import('./propose-debt-plan.tsx')).ProposeDebtPlan }));

/** Who owes the company after refunds, and by which plan it is paid back. */
export function DebtsScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { open } = route.useSearch();
  const list = useInfiniteQuery(debtsQuery(null));
  const [proposing, setProposing] = useState<Debt | null>(null);
  const show = (id?: string) =>
    void navigate({ to: '/console/payments/debts', search: id === undefined ? {} : { open: id }, replace: true });
  return (
    <>
      <Text mb="md" c="dimmed" maw={720}>
        <Trans>
          When refunds take back more than is payable, later commissions make up for it. A plan spreads that: what is due is kept
          back from later payouts, and the rest is paid as usual.
        </Trans>
      </Text>
      <DataList
        label={t`Debts of partners`}
        list={list}
        columns={useColumns(show, mayPay() ? setProposing : null)}
        keyOf={({ partnerId, currency }) => `${partnerId} ${currency}`}
        empty={
          <EmptyState title={t`Nobody owes anything.`}>
            <Trans>A partner whose payable balance falls below zero stands here.</Trans>
          </EmptyState>
        }
      />
      <Suspense>
        {open !== undefined && <DebtPlanDrawer id={open} side="company" onClose={() => show()} />}
        {proposing !== null && (
          <ProposeDebtPlan
            debt={proposing}
            side="company"
            onClose={() => setProposing(null)}
            onProposed={(id) => {
              setProposing(null);
              show(id);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

function useColumns(show: (id: string) => void, propose: ((debt: Debt) => void) | null): Column<Debt>[] {
  const { t } = useLingui();
  return [
    {
      id: 'partner',
      header: t`Partner`,
      cell: ({ partnerId, partnerName }) => (
        <Anchor
          c="inherit"
          renderRoot={(props) => <Link to="/console/partners/$partnerId/account" params={{ partnerId }} {...props} />}
        >
          {partnerName}
        </Anchor>
      ),
    },
    {
      id: 'plan',
      header: t({ message: 'Plan', context: 'debt' }),
      cell: (debt) => {
        const { planId, planState, owed } = debt;
        if (planId !== null && planState !== null) {
          return (
            <Anchor component="button" type="button" ta="start" onClick={() => show(planId)}>
              <Status tone={planTones[planState]}>{t(planWords[planState])}</Status>
            </Anchor>
          );
        }
        if (propose === null || owed === 0) return <Text c="dimmed">{t`No plan`}</Text>;
        return (
          <Button size="xs" variant="default" onClick={() => propose(debt)}>
            <Trans>Propose a plan</Trans>
          </Button>
        );
      },
    },
    {
      id: 'owed',
      header: t`Below zero`,
      align: 'end',
      cell: ({ owed, currency }) => <Money amount={owed} currency={currency} />,
    },
    {
      id: 'planned',
      header: t`Under the plan`,
      align: 'end',
      cell: ({ underPlan, currency }) => <Money amount={underPlan} currency={currency} />,
    },
    {
      id: 'pending',
      header: t`In its hold`,
      align: 'end',
      cell: ({ pending, currency }) => <Money amount={pending} currency={currency} />,
    },
  ];
}
