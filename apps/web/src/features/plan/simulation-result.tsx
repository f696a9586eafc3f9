import { isCurrency } from '@cordee/core/money';
import { Select, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { ChartFrame } from '../../ui/charts/chart-frame.tsx';
import { Figure, Figures } from '../../ui/figures.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { axisMoney, monthName } from '../../ui/charts/axis-text.ts';
import { decimal } from './simulation-text.ts';
import { lastOf, type Simulated, type Simulation } from './simulation.queries.ts';

const Bars = lazy(async () => ({ default: (await import('../../ui/charts/bars.tsx')).Bars }));

/** As many as one can tell apart; the table has all of them. */
const MOST_BARS = 14;

interface SimulationResultProps {
  readonly simulation: Simulation;
  readonly result: Simulated;
}

/** Who gains, who loses, and what it costs in all; one currency at a time. */
export function SimulationResult({ simulation, result }: SimulationResultProps) {
  const { t } = useLingui();
  const currencies = result.totals.map(({ currency }) => currency);
  const last = lastOf(simulation);
  const [chosen, setChosen] = useState<string | null>(null);
  const currency = chosen ?? currencies[0];
  return (
    <Stack gap="md" component="section">
      <Title order={2}>
        <Trans>
          What it would have been, from <Instant at={simulation.from} show="day" /> to <Instant at={last} show="day" />
        </Trans>
      </Title>
      {currency === undefined ? (
        <p>
          <Trans>Nothing was earned in this period, under either rules: {result.facts} facts were counted.</Trans>
        </p>
      ) : (
        <>
          {currencies.length > 1 && (
            <Select label={t`Currency`} w={160} allowDeselect={false} data={currencies} value={currency} onChange={setChosen} />
          )}
          <Totals result={result} currency={currency} />
          <ByMonth simulation={simulation} result={result} currency={currency} />
          <ByPartner simulation={simulation} result={result} currency={currency} />
        </>
      )}
    </Stack>
  );
}

interface PartProps {
  readonly result: Simulated;
  readonly currency: string;
}

function Totals({ result, currency }: PartProps) {
  const { t } = useLingui();
  const total = result.totals.find((one) => one.currency === currency);
  const partners = result.partners.filter((one) => one.currency === currency);
  if (total === undefined) return null;
  const gaining = partners.filter(({ difference }) => difference > 0).length;
  const losing = partners.filter(({ difference }) => difference < 0).length;
  return (
    <Figures label={t`In all`}>
      <Figure label={t`Really earned`}>
        <Money amount={total.current} currency={currency} />
      </Figure>
      <Figure label={t`With these rules`}>
        <Money amount={total.simulated} currency={currency} />
      </Figure>
      <Figure label={t`Difference`}>
        <Money amount={total.difference} currency={currency} signed />
      </Figure>
      <Figure label={t`Partners who gain`}>{gaining}</Figure>
      <Figure label={t`Partners who lose`}>{losing}</Figure>
    </Figures>
  );
}

function useAmounts(currency: string) {
  const language = useLanguage();
  const text = (amount: number) => axisMoney(amount, currency, language).replace(/^-/, '−');
  return { language, text, plain: (amount: number) => (isCurrency(currency) ? decimal(amount, currency) : String(amount)) };
}

function useAmountHead(first: string): readonly string[] {
  const { t } = useLingui();
  return [first, t`Really earned`, t`With these rules`, t`Difference`];
}

function ByMonth({ simulation, result, currency }: PartProps & { simulation: Simulation }) {
  const { t } = useLingui();
  const { language, text, plain } = useAmounts(currency);
  const head = useAmountHead(t`Month`);
  const rows = result.months.filter((one) => one.currency === currency);
  const title = t`By month`;
  return (
    <ChartFrame
      title={title}
      fileName={`simulation-months-${simulation.createdAt.slice(0, 10)}`}
      table={{
        head,
        rows: rows.map((row) => [monthName(row.month, language), text(row.current), text(row.simulated), text(row.difference)]),
        plainRows: rows.map((row) => [row.month, plain(row.current), plain(row.simulated), plain(row.difference)]),
      }}
    >
      <Bars
        label={title}
        by="month"
        rows={rows.map(({ month, current, simulated }) => ({ month: monthName(month, language), current, simulated }))}
        series={[
          { name: 'current', label: t`Really earned`, color: 'var(--calm)' },
          { name: 'simulated', label: t`With these rules`, color: 'var(--good)' },
        ]}
        format={text}
      />
    </ChartFrame>
  );
}

function ByPartner({ simulation, result, currency }: PartProps & { simulation: Simulation }) {
  const { t } = useLingui();
  const { text, plain } = useAmounts(currency);
  const head = useAmountHead(t`Partner`);
  const rows = result.partners
    .filter((one) => one.currency === currency)
    .toSorted((left, right) => Math.abs(right.difference) - Math.abs(left.difference));
  const moved = rows.filter(({ difference }) => difference !== 0);
  const shown = moved.slice(0, MOST_BARS).toSorted((left, right) => right.difference - left.difference);
  const rest = moved.length - shown.length;
  const title = rest > 0 ? t`Who gains, who loses: the ${MOST_BARS} most, of ${moved.length}` : t`Who gains, who loses`;
  return (
    <ChartFrame
      title={title}
      fileName={`simulation-partners-${simulation.createdAt.slice(0, 10)}`}
      height={Math.max(160, shown.length * 34 + 50)}
      table={{
        head,
        rows: rows.map((row) => [row.partnerName, text(row.current), text(row.simulated), text(row.difference)]),
        plainRows: rows.map((row) => [row.partnerName, plain(row.current), plain(row.simulated), plain(row.difference)]),
      }}
    >
      {shown.length === 0 ? (
        <Trans>Nobody gains and nobody loses.</Trans>
      ) : (
        <Bars
          label={title}
          by="partner"
          rows={shown.map(({ partnerName, difference }) => ({ partner: partnerName, difference }))}
          series={[{ name: 'difference', label: t`Difference`, color: 'var(--good)' }]}
          format={text}
          lying
          signed
        />
      )}
    </ChartFrame>
  );
}
