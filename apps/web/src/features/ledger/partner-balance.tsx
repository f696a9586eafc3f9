import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useSearchChange } from '../../lib/use-search-change.ts';
import { Figure, Figures } from '../../ui/figures.tsx';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Money } from '../../ui/values.tsx';
import { balanceQuery } from './ledger.queries.ts';

const route = getRouteApi('/console/ledger');

/** What one partner had at the same instant. */
export function PartnerBalance({ at, knownAt }: { at: string | undefined; knownAt: string | undefined }) {
  const { t } = useLingui();
  const change = useSearchChange();
  const { partnerId } = route.useSearch();
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>Balance of a partner</Trans>
      </Title>
      <Stack gap="sm">
        <PartnerSelect
          aria-label={t`Partner`}
          placeholder={t`Partner`}
          clearable
          clearButtonProps={{ 'aria-label': t`No partner` }}
          maw={320}
          value={partnerId ?? null}
          onChange={(value) => change({ partnerId: value ?? undefined })}
        />
        {partnerId !== undefined && <Balance partnerId={partnerId} at={at} knownAt={knownAt} />}
      </Stack>
    </section>
  );
}

function Balance({ partnerId, at, knownAt }: { partnerId: string; at: string | undefined; knownAt: string | undefined }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(balanceQuery(partnerId, at, knownAt));
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={82} />;
  if (data.length === 0) return <Text c="dimmed">{t`It had nothing by then.`}</Text>;
  return (
    <>
      {data.map(({ currency, pending, payable, inPayout, paid }) => (
        <Figures key={currency} label={t`Balance in ${currency}`}>
          <Figure label={t`In its hold`}>
            <Money amount={pending} currency={currency} />
          </Figure>
          <Figure label={t`Payable`}>
            <Money amount={payable} currency={currency} />
          </Figure>
          <Figure label={t`In a payout`}>
            <Money amount={inPayout} currency={currency} />
          </Figure>
          <Figure label={t`Paid`}>
            <Money amount={paid} currency={currency} />
          </Figure>
        </Figures>
      ))}
    </>
  );
}
