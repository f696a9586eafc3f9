import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { TransactionKind } from '@cordee/core/ledger';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useSearchChange } from '../../lib/use-search-change.ts';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { accountWords } from './account-words.ts';
import { transactionsQuery, type Transaction } from './ledger.queries.ts';
import { transactionWords } from '../../ui/transactions/transaction-words.ts';

const route = getRouteApi('/console/ledger');
const SHOWN = 3;

/** What each fact moved: from which account, to which, for whom. */
export function TransactionsScreen() {
  const { t } = useLingui();
  const change = useSearchChange();
  const open = useNavigate();
  const { partnerId } = route.useSearch();
  const list = useInfiniteQuery(transactionsQuery(partnerId === undefined ? {} : { partnerId }));
  return (
    <DataList
      label={t`Transactions`}
      list={list}
      columns={useColumns()}
      keyOf={({ id }) => id}
      onOpen={({ factId }) =>
        void open({ to: '.', search: ((now: object) => ({ ...now, why: factId })) as never, resetScroll: false })
      }
      tools={
        <PartnerSelect
          aria-label={t`Partner`}
          placeholder={t`Every partner`}
          clearable
          clearButtonProps={{ 'aria-label': t`Every partner` }}
          value={partnerId ?? null}
          onChange={(value) => change({ partnerId: value ?? undefined })}
        />
      }
      empty={
        <EmptyState title={t`No transaction yet.`}>
          <Trans>The first commission makes one.</Trans>
        </EmptyState>
      }
    />
  );
}

function useColumns(): Column<Transaction>[] {
  const { t } = useLingui();
  return [
    {
      id: 'kind',
      header: t`Transaction`,
      width: '22%',
      cell: ({ kind, factId, hash }) => (
        <span title={hash}>
          <WhyLink factId={factId}>{t(transactionWords[kind as TransactionKind])}</WhyLink>
        </span>
      ),
    },
    { id: 'postings', header: t`Lines`, cell: ({ postings }) => <Postings postings={postings} /> },
    {
      id: 'effective',
      header: t`Took effect`,
      align: 'end',
      width: '16%',
      cell: ({ effectiveAt }) => <Instant at={effectiveAt} />,
    },
    { id: 'recorded', header: t`Recorded`, align: 'end', width: '16%', cell: ({ recordedAt }) => <Instant at={recordedAt} /> },
  ];
}

function Postings({ postings }: Pick<Transaction, 'postings'>) {
  const { t } = useLingui();
  const more = postings.length - SHOWN;
  return (
    <div>
      {postings.slice(0, SHOWN).map(({ debit, credit, partnerId, amount, currency, commissionId }) => (
        <Text key={`${debit} ${credit} ${partnerId} ${commissionId} ${amount}`} size="sm">
          {t(accountWords[debit])} → {t(accountWords[credit])} · <PartnerName id={partnerId} /> ·{' '}
          <Money amount={amount} currency={currency} />
        </Text>
      ))}
      {more > 0 && (
        <Text size="xs" c="dimmed">
          <Trans>and {more} more lines</Trans>
        </Text>
      )}
    </div>
  );
}
