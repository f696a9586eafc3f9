import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ChartFrame } from '../../ui/charts/chart-frame.tsx';
import type { Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Status } from '../../ui/status.tsx';
import { modelsQuery } from './analytics.queries.ts';
import { Answered } from './answered.tsx';
import { figuresText } from './figures-text.ts';
import { useScope } from './use-scope.ts';

const Bars = lazy(async () => ({ default: (await import('../../ui/charts/bars.tsx')).Bars }));

type Models = AnswerOf<'getModels'>;
type Row = Models['partners'][number];
type Model = 'inForce' | 'first' | 'last' | 'linear' | 'markov' | 'shapley';

/** Who contributes by each model beside what the rules in force pay, so that nobody who brings is overlooked. */
export function ModelsScreen() {
  return <Answered query={useQuery(modelsQuery(useScope()))}>{(models) => <ModelsView models={models} />}</Answered>;
}

function ModelsView({ models }: { models: Models }) {
  const { t } = useLingui();
  const text = figuresText(useLanguage());
  const words = useModelWords();
  const { partners, sales, withoutJourney, journeys } = models;
  const columns = useColumns();
  if (partners.length === 0) {
    return (
      <EmptyState title={t`No sale with a journey in this period.`}>
        <Trans>A journey begins with a click, a code or a contribution of a partner before the sale.</Trans>
      </EmptyState>
    );
  }
  const nameOf = ({ name }: Row) => name ?? t`All others`;
  const unpaid = partners.filter(({ contributesUnpaid }) => contributesUnpaid);
  const title = t`What the rules pay, and what models see`;
  const drawn = ['inForce', 'shapley', 'markov'] as const;
  const colors = { inForce: 'pine.6', shapley: 'orange.5', markov: 'gray.5' };
  const names = Object.keys(words) as Model[];
  return (
    <Stack gap="lg">
      {unpaid.length > 0 && (
        <Alert color="yellow" variant="outline" title={t`Contributes, and is not paid`}>
          <Trans>
            {unpaid.map(nameOf).join(', ')}: two models see a part of sales that the rules in force give to others. Their journeys
            are worth a look, and perhaps their terms.
          </Trans>
        </Alert>
      )}
      <ChartFrame
        title={title}
        fileName="cordee-models"
        height={Math.max(280, partners.length * 56)}
        table={{
          head: [t`Partner`, t`Sales`, ...names.map((model) => words[model])],
          rows: partners.map((row) => [nameOf(row), text.number(row.sales), ...names.map((model) => text.share(row[model]))]),
          plainRows: partners.map((row) => [nameOf(row), String(row.sales), ...names.map((model) => String(row[model]))]),
        }}
      >
        <Bars
          label={title}
          rows={partners.map((row) => ({ partner: nameOf(row), inForce: row.inForce, shapley: row.shapley, markov: row.markov }))}
          by="partner"
          lying
          series={drawn.map((name) => ({ name, label: words[name], color: colors[name] }))}
          format={text.share}
        />
      </ChartFrame>
      <Sheet label={t`Models side by side`} columns={columns} rows={partners} keyOf={({ partnerId }) => partnerId ?? 'others'} />
      <Text c="dimmed" size="sm">
        <Trans>
          {sales} sales in {journeys} different journeys were compared; {withoutJourney} sales had none.
        </Trans>{' '}
        {models.truncated && <Trans>There were more: these are the latest.</Trans>}
      </Text>
    </Stack>
  );
}

function useModelWords(): Readonly<Record<Model, string>> {
  const { t } = useLingui();
  return {
    inForce: t`Rules in force`,
    first: t`First`,
    last: t`Last`,
    linear: t`Linear`,
    markov: t`Markov`,
    shapley: t`Shapley`,
  };
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  const text = figuresText(useLanguage());
  const words = useModelWords();
  return [
    {
      id: 'partner',
      header: t`Partner`,
      cell: ({ partnerId, name, contributesUnpaid }) => (
        <>
          {partnerId === null ? (
            t`All others`
          ) : (
            <Anchor renderRoot={(props) => <Link to="/console/partners/$partnerId" params={{ partnerId }} {...props} />}>
              {name}
            </Anchor>
          )}
          {contributesUnpaid && (
            <div>
              <Status tone="wait">{t`Contributes, is not paid`}</Status>
            </div>
          )}
        </>
      ),
    },
    { id: 'sales', header: t`Sales`, align: 'end', cell: ({ sales }) => text.number(sales) },
    ...(Object.keys(words) as Model[]).map((model): Column<Row> => ({
      id: model,
      header: words[model],
      align: 'end',
      cell: (row) => <span className="figure">{text.share(row[model])}</span>,
    })),
  ];
}
