import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import type { Column } from '../../ui/data-list.tsx';
import { CurrencySelect } from '../../ui/form/currency-select.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { Money } from '../../ui/values.tsx';
import { previewQuery, type Preview } from './payment.queries.ts';
import { RatesOfTheDay } from './reference-rates.tsx';

const MOST_SHOWN = 50;

/** Shows what all payable balances in a currency would become, and exchanges them. */
export function ExchangeDrawer({ from, onClose }: { from: string; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [to, setTo] = useState(from === 'EUR' ? 'USD' : 'EUR');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const isSame = to === from;
  const { data, error } = useQuery({ ...previewQuery(from, to), enabled: !isSame });
  const exchange = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      const { items } = await call('exchangeBalances', { body: { from, to } });
      await refresh(client, 'listPayableByCurrency', 'listExchanges', 'previewExchange', 'listPayoutCandidates', 'getBalance');
      toast(t`Exchanged: ${items.length}.`);
      onClose();
    } catch (problem) {
      setRefusal(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <SideDrawer title={t`Exchange ${from}`} onClose={onClose} size="lg">
      <Stack>
        <Text>
          <Trans>
            The whole payable balance of everybody in this currency becomes another one, debts too. Each exchange is written into
            the books with its rate and its day, and cannot be undone: only exchanged back, at the rate of that day.
          </Trans>
        </Text>
        <CurrencySelect
          label={t`Into`}
          value={to}
          allowDeselect={false}
          onChange={(chosen) => chosen !== null && setTo(chosen)}
          error={isSame ? t`Another currency than the first is expected.` : null}
        />
        {error !== null && !isSame && <ProblemNotice error={error} />}
        {data === undefined && error === null && !isSame && <Skeleton h={120} />}
        {data !== undefined && !isSame && <Foreseen preview={data} from={from} to={to} />}
        {refusal !== null && <ProblemNotice error={refusal} />}
        <Button
          disabled={isSame || data === undefined || data.items.length === 0}
          loading={busy}
          onClick={() => void exchange()}
          style={{ alignSelf: 'start' }}
        >
          <Trans>Exchange</Trans>
        </Button>
      </Stack>
    </SideDrawer>
  );
}

function Foreseen({ preview, from, to }: { preview: Preview; from: string; to: string }) {
  const { t } = useLingui();
  const { perEuro, rateOn, fromAmount, toAmount, items } = preview;
  const more = items.length - MOST_SHOWN;
  const sum = { partnerId: '', name: t`Together`, fromAmount, toAmount };
  const rows = [...items.slice(0, MOST_SHOWN), sum];
  const columns = useColumns(from, to);
  return (
    <>
      <Text>
        <RatesOfTheDay perEuro={perEuro} date={rateOn} />
      </Text>
      <Sheet
        label={t`What it gives`}
        rows={rows}
        columns={columns}
        keyOf={({ partnerId }) => partnerId}
        isSum={(row) => row === sum}
      />
      {more > 0 && (
        <Text c="dimmed">
          <Trans>And {more} more.</Trans>
        </Text>
      )}
    </>
  );
}

function useColumns(from: string, to: string): Column<Preview['items'][number]>[] {
  const { t } = useLingui();
  return [
    { id: 'partner', header: t`Partner`, cell: ({ name }) => name },
    { id: 'from', header: from, align: 'end', cell: (row) => <Money amount={row.fromAmount} currency={from} /> },
    { id: 'to', header: to, align: 'end', cell: (row) => <Money amount={row.toAmount} currency={to} /> },
  ];
}
