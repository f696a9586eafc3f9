import { Button, Group, Skeleton, Stack, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useZone } from '../../lib/workspace.tsx';
import { useSearchChange } from '../../lib/use-search-change.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Column } from '../../ui/data-list.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Status } from '../../ui/status.tsx';
import { Money } from '../../ui/values.tsx';
import { accountWords } from './account-words.ts';
import { endOf, trialBalanceQuery, type TrialBalance } from './ledger.queries.ts';
import { PartnerBalance } from './partner-balance.tsx';

const route = getRouteApi('/console/ledger');

/** The trial balance, now or at the end of any day, also as it was known on another one; and the balance of a partner then. */
export function AccountsScreen() {
  const { t } = useLingui();
  const change = useSearchChange();
  const zone = useZone();
  const { on, known } = route.useSearch();
  const [at, knownAt] = [endOf(on, zone), endOf(known, zone)];
  const { data, error, isPending, refetch } = useQuery(trialBalanceQuery(at, knownAt));
  const choose = (name: 'on' | 'known', day: string) => change({ [name]: day === '' ? undefined : day });
  return (
    <Stack gap="lg">
      <Group gap="xs" align="flex-end">
        <TextInput
          type="date"
          label={t`At the end of`}
          value={on ?? ''}
          onChange={(event) => choose('on', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t`As known on`}
          value={known ?? ''}
          onChange={(event) => choose('known', event.currentTarget.value)}
        />
        {(on !== undefined || known !== undefined) && (
          <Button variant="subtle" onClick={() => change({ on: undefined, known: undefined })}>
            <Trans>Now</Trans>
          </Button>
        )}
      </Group>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && error === null && <Skeleton h={260} />}
      {data?.length === 0 && (
        <EmptyState title={t`Nothing in the books by then.`}>
          <Trans>The first commission opens them.</Trans>
        </EmptyState>
      )}
      {data?.map((balance) => (
        <TrialBalanceSheet key={balance.currency} balance={balance} />
      ))}
      <PartnerBalance at={at} knownAt={knownAt} />
    </Stack>
  );
}

interface Line {
  readonly name: string;
  readonly debits: number;
  readonly credits: number;
  readonly balance: number;
  readonly isSum: boolean;
}

function TrialBalanceSheet({ balance }: { balance: TrialBalance }) {
  const { t } = useLingui();
  const { currency, accounts, debits, credits, difference } = balance;
  const lines: Line[] = [
    ...accounts.map(({ account, ...sums }) => ({ name: t(accountWords[account]), ...sums, isSum: false })),
    { name: t`Together`, debits, credits, balance: difference, isSum: true },
  ];
  const columns = useColumns(currency);
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t`Trial balance in ${currency}`}</Title>
        <Status tone={difference === 0 ? 'good' : 'bad'}>
          {difference === 0 ? t`Debits and credits are equal` : t`Debits and credits differ`}
        </Status>
      </Group>
      <Sheet
        label={t`Trial balance in ${currency}`}
        columns={columns}
        rows={lines}
        keyOf={({ name }) => name}
        isSum={({ isSum }) => isSum}
      />
    </section>
  );
}

function useColumns(currency: string): Column<Line>[] {
  const { t } = useLingui();
  const amount = (id: 'debits' | 'credits' | 'balance', header: string): Column<Line> => ({
    id,
    header,
    align: 'end',
    cell: (line) => <Money amount={line[id]} currency={currency} />,
  });
  return [
    { id: 'name', header: t`Account`, cell: ({ name }) => name },
    amount('debits', t`Debits`),
    amount('credits', t`Credits`),
    amount('balance', t`Balance`),
  ];
}
