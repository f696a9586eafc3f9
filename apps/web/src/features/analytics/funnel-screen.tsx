import { Stack } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ChartFrame } from '../../ui/charts/chart-frame.tsx';
import type { Column } from '../../ui/data-list.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Money } from '../../ui/values.tsx';
import { funnelQuery } from './analytics.queries.ts';
import { Answered } from './answered.tsx';
import { figuresText } from './figures-text.ts';
import { useScope } from './use-scope.ts';

const Bars = lazy(async () => ({ default: (await import('../../ui/charts/bars.tsx')).Bars }));

type Funnel = AnswerOf<'getFunnel'>;
type Sums = Funnel['current']['money'][number];

/** From the first click to what was paid, beside as many days right before. */
export function FunnelScreen() {
  return <Answered query={useQuery(funnelQuery(useScope()))}>{(funnel) => <FunnelView funnel={funnel} />}</Answered>;
}

function FunnelView({ funnel }: { funnel: Funnel }) {
  const { t } = useLingui();
  const text = figuresText(useLanguage());
  const { current, before } = funnel;
  const steps = [
    { step: t`Clicks`, current: current.clicks, before: before.clicks },
    { step: t`Leads`, current: current.leads, before: before.leads },
    { step: t`Sales`, current: current.sales, before: before.sales },
    { step: t`Refunds`, current: current.refunds, before: before.refunds },
    { step: t`Commissions`, current: current.commissions, before: before.commissions },
  ];
  const change = (now: number, then: number) => (then === 0 ? '' : text.share((now - then) / then));
  return (
    <Stack gap="lg">
      <ChartFrame
        title={t`From clicks to commissions`}
        fileName="cordee-funnel"
        table={{
          head: [t`Step`, t`This period`, t`The one before`, t({ message: 'Change', context: 'over time' })],
          rows: steps.map(({ step, ...row }) => [
            step,
            text.number(row.current),
            text.number(row.before),
            change(row.current, row.before),
          ]),
          plainRows: steps.map(({ step, ...row }) => [
            step,
            String(row.current),
            String(row.before),
            change(row.current, row.before),
          ]),
        }}
      >
        <Bars
          label={t`From clicks to commissions`}
          rows={steps}
          by="step"
          lying
          series={[
            { name: 'current', label: t`This period`, color: 'pine.6' },
            { name: 'before', label: t`The one before`, color: 'gray.5' },
          ]}
          format={text.number}
        />
      </ChartFrame>
      <Sheet label={t`Money`} columns={useMoneyColumns(before.money)} rows={current.money} keyOf={({ currency }) => currency} />
    </Stack>
  );
}

function useMoneyColumns(before: readonly Sums[]): Column<Sums>[] {
  const { t } = useLingui();
  const amount = (id: 'amount' | 'refunded' | 'earned' | 'reversed' | 'paid', header: string): Column<Sums> => ({
    id,
    header,
    align: 'end',
    cell: (row) => {
      const then = before.find(({ currency }) => currency === row.currency)?.[id] ?? 0;
      return (
        <span>
          <Money amount={row[id]} currency={row.currency} />
          <br />
          <small>
            {t`before:`} <Money amount={then} currency={row.currency} />
          </small>
        </span>
      );
    },
  });
  return [
    { id: 'currency', header: t`Currency`, cell: ({ currency }) => currency },
    amount('amount', t`Sold`),
    amount('refunded', t`Refunded`),
    amount('earned', t`Earned`),
    amount('reversed', t({ message: 'Taken back', context: 'amount' })),
    amount('paid', t`Paid`),
  ];
}
