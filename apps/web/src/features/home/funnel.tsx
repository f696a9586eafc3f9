import { rate, ratePercentText } from '@cordee/core/money';
import { Anchor, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { Count, LocalDate, Money, Percent } from '../../ui/values.tsx';
import { perMille, percentChange } from './change-of.ts';
import classes from './funnel.module.css';
import type { FunnelSide, Home } from './home.queries.ts';

type Sum = FunnelSide['money'][number];

/** From clicks to payment, beside as many days before; each number leads to what it counts. */
export function Funnel({ funnel: { current, before }, currency }: Pick<Home, 'funnel' | 'currency'>) {
  const { t } = useLingui();
  const span = { from: current.from, to: current.to };
  const earned = (sum: Sum) => sum.earned - sum.reversed;
  const counts = { clicks: t`Clicks`, leads: t`Leads`, sales: t`Sales`, commissions: t`Commissions` };
  const money = (amountOf: (sum: Sum) => number) => <Sums side={current} currency={currency} amountOf={amountOf} />;
  return (
    <section>
      <Title order={2} mb={4}>
        <Trans>From click to payment</Trans>
      </Title>
      <Text c="dimmed" mb="sm">
        <Trans>
          <LocalDate date={current.from} /> to <LocalDate date={current.to} />, beside <LocalDate date={before.from} /> to{' '}
          <LocalDate date={before.to} />
        </Trans>
      </Text>
      <ol className={classes['steps']}>
        <Step label={counts.clicks} place={{ to: '/console/clicks', search: span }} now={current.clicks} then={before.clicks} />
        <Step
          label={counts.leads}
          place={{ to: '/console/facts', search: { kind: 'lead', ...span } }}
          now={current.leads}
          then={before.leads}
          rate={<RateOf part={current.leads} whole={current.clicks} name={counts.clicks} />}
        />
        <Step
          label={counts.sales}
          place={{ to: '/console/facts', search: { kind: 'sale', ...span } }}
          now={current.sales}
          then={before.sales}
          rate={<RateOf part={current.sales} whole={current.clicks} name={counts.clicks} />}
        >
          {money(({ amount, refunded }) => amount - refunded)}
        </Step>
        <Step
          label={counts.commissions}
          place={{ to: '/console/commissions', search: span }}
          now={current.commissions}
          then={before.commissions}
        >
          {money(earned)}
        </Step>
        <li className={classes['step']}>
          <span className={classes['label']}>{t`Paid`}</span>
          <Anchor
            c="inherit"
            className={classes['value'] ?? ''}
            renderRoot={(props) => <Link to="/console/facts" search={{ kind: 'payout_confirmed', ...span }} {...props} />}
          >
            <Sums side={current} currency={currency} amountOf={({ paid }) => paid} />
          </Anchor>
          <Change now={paidIn(current, currency)} then={paidIn(before, currency)} />
        </li>
      </ol>
    </section>
  );
}

interface StepProps {
  readonly label: string;
  readonly place: Pick<LinkProps, 'to' | 'search'>;
  readonly now: number;
  readonly then: number;
  readonly rate?: ReactNode;
  readonly children?: ReactNode;
}

function Step({ label, place, now, then, rate: share, children }: StepProps) {
  return (
    <li className={classes['step']}>
      <span className={classes['label']}>{label}</span>
      <Anchor c="inherit" className={classes['value'] ?? ''} renderRoot={(props) => <Link {...place} {...props} />}>
        <Count of={now} />
      </Anchor>
      {children !== undefined && <span className={classes['sums']}>{children}</span>}
      <Change now={BigInt(now)} then={BigInt(then)} />
      {share}
    </li>
  );
}

/** Amounts of the company's currency first; what has no amount is left out. */
function Sums({ side, currency, amountOf }: { side: FunnelSide; currency: string; amountOf: (sum: Sum) => number }) {
  const sums = side.money.filter((sum) => sum.currency === currency || amountOf(sum) !== 0);
  if (sums.length === 0) return <Money amount={0} currency={currency} />;
  return sums
    .toSorted((left, right) => Number(right.currency === currency) - Number(left.currency === currency))
    .map((sum) => <Money key={sum.currency} amount={amountOf(sum)} currency={sum.currency} />);
}

function Change({ now, then }: { now: bigint; then: bigint }) {
  const { t } = useLingui();
  const language = useLanguage();
  const change = percentChange(now, then);
  if (change === null) return <span className={classes['note']}>{now === then ? t`as before` : t`nothing before`}</span>;
  const text = ratePercentText(rate(change < 0n ? -change : change, 100n), language);
  const tone = change > 0n ? 'up' : change < 0n ? 'down' : 'same';
  return (
    <span className={classes['note']} data-tone={tone}>
      {change > 0n ? '+' : change < 0n ? '−' : ''}
      {text}
    </span>
  );
}

function RateOf({ part, whole, name }: { part: number; whole: number; name: string }) {
  const share = perMille(part, whole);
  // Not everything begins with a click: more than all of them is no part of them.
  if (share === null || share > 1000n) return null;
  return (
    <span className={classes['note']}>
      <Trans>
        <Percent rate={`${share}/1000`} /> of {name.toLowerCase()}
      </Trans>
    </span>
  );
}

function paidIn(side: FunnelSide, currency: string): bigint {
  return BigInt(side.money.find((sum) => sum.currency === currency)?.paid ?? 0);
}
