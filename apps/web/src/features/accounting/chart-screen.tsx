import { Anchor, Button, Group, Select, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '@cordee/core/time';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useToday } from '../../ui/period-fields.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { chartsQuery, mayKeepBooks, type Charts } from './ask-books.ts';
import { ChartForm } from './chart-form.tsx';

const route = getRouteApi('/console/books/$part');

/** The chart of accounts, version by version. */
export function ChartScreen() {
  const { data, error, refetch } = useQuery(chartsQuery);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <Skeleton h={420} mt="md" /> : <Versions charts={data} />;
}

function Versions({ charts: { items, preset } }: { charts: Charts }) {
  const { t } = useLingui();
  const { from } = route.useSearch();
  const [beginning, setBeginning] = useState<string | null>(null);
  const today = useToday();
  const shown =
    items.find(({ validFrom }) => validFrom === from) ?? items.findLast(({ validFrom }) => validFrom <= today) ?? items[0];
  if (shown === undefined && beginning === null) {
    return (
      <EmptyState
        title={t`No accounts yet`}
        action={
          mayKeepBooks() ? (
            <Button onClick={() => setBeginning(`${today.slice(0, 4)}-01-01`)}>
              <Trans>Begin with the French chart</Trans>
            </Button>
          ) : undefined
        }
      >
        <Trans>Say on which account of yours each part of the ledger stands. The French chart is a beginning.</Trans>
      </EmptyState>
    );
  }
  return (
    <Stack gap="lg" mt="md">
      {items.length > 0 && <Choice items={items} shown={beginning ?? shown?.validFrom} onNew={setBeginning} />}
      {beginning === null && shown !== undefined ? (
        <ChartForm key={shown.validFrom} validFrom={shown.validFrom} chart={shown.chart} sources={preset.sources} />
      ) : (
        <ChartForm
          key="new"
          isNew
          validFrom={beginning ?? ''}
          chart={shown?.chart ?? preset.chart}
          sources={preset.sources}
          onDone={() => setBeginning(null)}
        />
      )}
    </Stack>
  );
}

interface ChoiceProps {
  readonly items: Charts['items'];
  readonly shown: string | undefined;
  readonly onNew: (day: string) => void;
}

function Choice({ items, shown, onNew }: ChoiceProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const today = useToday();
  const remove = async (validFrom: string) => {
    const chart = items.find((each) => each.validFrom === validFrom)?.chart;
    try {
      await call('removeChart', { params: { validFrom } });
      await refresh(client, 'listCharts');
      const undo = async () => {
        if (chart === undefined) return;
        await call('writeChart', { params: { validFrom }, body: chart });
        await refresh(client, 'listCharts');
      };
      toast(t`The accounts are removed.`, () => void undo());
    } catch (error) {
      problemToast(error);
    }
  };
  return (
    <Group align="flex-end">
      <Select
        label={t`Accounts that hold`}
        allowDeselect={false}
        data={items.map(({ validFrom }) => ({ value: validFrom, label: t`from ${formatDate(validFrom, language)}` }))}
        value={items.some(({ validFrom }) => validFrom === shown) ? (shown ?? null) : null}
        onChange={(value) => void navigate({ search: value === null ? {} : { from: value } })}
      />
      {mayKeepBooks() && (
        <>
          <Button variant="default" onClick={() => onNew(nextMonth(today))}>
            <Trans>Others from a month on</Trans>
          </Button>
          {items.length > 0 && shown !== undefined && items.some(({ validFrom }) => validFrom === shown) && (
            <Button variant="subtle" color="red" onClick={() => void remove(shown)}>
              <Trans>Remove these</Trans>
            </Button>
          )}
        </>
      )}
      <Text size="sm" c="dimmed" maw={420}>
        <Trans>
          What accounts hold is carried over by an entry. Files are written by the accounts of their months:{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/console/books" {...props} />}>
            write them again
          </Anchor>{' '}
          after a change.
        </Trans>
      </Text>
    </Group>
  );
}

function nextMonth(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
