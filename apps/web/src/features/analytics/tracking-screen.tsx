import { Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ChartFrame } from '../../ui/charts/chart-frame.tsx';
import type { Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Figure, Figures } from '../../ui/figures.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { trackingQuery } from './analytics.queries.ts';
import { Answered } from './answered.tsx';
import { figuresText } from './figures-text.ts';
import { useScope } from './use-scope.ts';

const Bars = lazy(async () => ({ default: (await import('../../ui/charts/bars.tsx')).Bars }));

type Tracking = AnswerOf<'getTracking'>;
type Browser = Tracking['browsers'][number];

/** How conversions were tied to partners, and how long cookies really last. */
export function TrackingScreen() {
  return <Answered query={useQuery(trackingQuery(useScope()))}>{(answer) => <TrackingView tracking={answer} />}</Answered>;
}

function TrackingView({ tracking: { paths, browsers } }: { tracking: Tracking }) {
  const { t } = useLingui();
  const text = figuresText(useLanguage());
  const columns = useBrowserColumns();
  const words = {
    cookie: t`Cookie`,
    click_id: t`Click id`,
    code: t`Code`,
    coupon: t`Coupon`,
    none: t`Nothing`,
  } as const;
  const shareOf = (...names: (keyof typeof words)[]) =>
    paths.filter(({ path }) => names.includes(path)).reduce((sum, { share }) => sum + share, 0);
  const title = t`How sales and leads were tied to partners`;
  if (paths.every(({ sales, leads }) => sales + leads === 0)) {
    return (
      <EmptyState title={t`No sale or lead in this period.`}>
        <Trans>Choose other days or every program.</Trans>
      </EmptyState>
    );
  }
  return (
    <Stack gap="lg">
      <Figures label={t`Shares`}>
        <Figure label={t`Tied without a tracker`} note={t`by a click id in the address, a code or a coupon`}>
          {text.share(shareOf('click_id', 'code', 'coupon'))}
        </Figure>
        <Figure label={t`Tied by a cookie`}>{text.share(shareOf('cookie'))}</Figure>
        <Figure label={t`Tied to nobody`}>{text.share(shareOf('none'))}</Figure>
      </Figures>
      <ChartFrame
        title={title}
        fileName="cordee-tracking"
        table={{
          head: [t`Tied by`, t`Sales`, t`Leads`, t`Share`],
          rows: paths.map(({ path, sales, leads, share }) => [
            words[path],
            text.number(sales),
            text.number(leads),
            text.share(share),
          ]),
          plainRows: paths.map(({ path, sales, leads, share }) => [words[path], String(sales), String(leads), String(share)]),
        }}
      >
        <Bars
          label={title}
          rows={paths.map(({ path, sales, leads }) => ({ path: words[path], sales, leads }))}
          by="path"
          lying
          series={[
            { name: 'sales', label: t`Sales`, color: 'pine.6' },
            { name: 'leads', label: t`Leads`, color: 'orange.5' },
          ]}
          format={text.number}
        />
      </ChartFrame>
      <section>
        <Title order={2} mb="xs">
          <Trans>How long cookies really last</Trans>
        </Title>
        {browsers.length === 0 ? (
          <EmptyState title={t`No conversion was tied by a cookie.`} />
        ) : (
          <Sheet label={t`Cookies by browser`} columns={columns} rows={browsers} keyOf={({ browser }) => browser ?? ''} />
        )}
      </section>
    </Stack>
  );
}

function useBrowserColumns(): Column<Browser>[] {
  const { t } = useLingui();
  const text = figuresText(useLanguage());
  const days = (id: 'medianDays' | 'longTailDays' | 'longestDays', header: string): Column<Browser> => ({
    id,
    header,
    align: 'end',
    cell: (row) => t`${text.number(row[id])} days`,
  });
  return [
    { id: 'browser', header: t`Browser`, cell: ({ browser }) => browser ?? t`No longer known` },
    { id: 'conversions', header: t`Conversions`, align: 'end', cell: ({ conversions }) => text.number(conversions) },
    days('medianDays', t`Half within`),
    days('longTailDays', t`95% within`),
    days('longestDays', t`The longest`),
  ];
}
