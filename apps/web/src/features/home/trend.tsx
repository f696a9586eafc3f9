import { formatMoney } from '@cordee/core/money';
import { formatDate, isLocalDate } from '@cordee/core/time';
import { Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../lib/use-language.ts';
import { LocalDate, Money } from '../../ui/values.tsx';
import { trendQuery, type FunnelSide } from './home.queries.ts';
import classes from './trend.module.css';

/** What was sold, day by day: tall where more was sold. The figures stand in the funnel and behind its numbers. */
export function Trend({ side: { from, to }, currency }: { side: FunnelSide; currency: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data } = useQuery(trendQuery(from, to));
  const values = data?.series[0]?.values ?? [];
  const highest = Math.max(0, ...values);
  if (data === undefined || highest === 0) return null;
  const best = data.periods[values.indexOf(highest)] ?? from;
  const told = formatMoney({ amount: BigInt(highest), currency }, language);
  const bestDay = isLocalDate(best) ? formatDate(best, language) : best;
  return (
    <section>
      <Title order={2} mb={4}>
        <Trans>Sold by day</Trans>
      </Title>
      <Text c="dimmed" mb="sm">
        <Trans>
          Most on <LocalDate date={best} />: <Money amount={highest} currency={currency} />
        </Trans>
      </Text>
      <figure className={classes['bars']} aria-label={t`Sold by day. The most, ${told}, on ${bestDay}.`}>
        {values.map((value, index) => (
          <span
            key={data.periods[index]}
            title={`${data.periods[index] ?? ''} · ${formatMoney({ amount: BigInt(value), currency }, language)}`}
            style={{ height: `${value <= 0 ? 0n : (BigInt(value) * 100n) / BigInt(highest)}%` }}
          />
        ))}
      </figure>
      <div className={classes['ends']} aria-hidden>
        <LocalDate date={from} />
        <LocalDate date={to} />
      </div>
    </section>
  );
}
