import { Anchor, Group, Skeleton, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Figure, Figures } from '../../ui/figures.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { Count, LocalDate, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { BatchActions } from './batch-actions.tsx';
import { batchQuery, linesQuery, type Batch, type Payout } from './payment.queries.ts';
import { batchTones, batchWords, lineTones, lineWords } from './payment-words.ts';

const route = getRouteApi('/console/payments/batches/$batchId');

/** One batch: where it stands, its lines, what can be done with it. */
export function BatchPage() {
  const { t } = useLingui();
  const { batchId } = route.useParams();
  const { data: batch, error, refetch } = useQuery(batchQuery(batchId));
  const list = useInfiniteQuery(linesQuery(batchId));
  const columns = useColumns();
  const back = (
    <Anchor size="sm" c="dimmed" renderRoot={(props) => <Link to="/console/payments/batches" {...props} />}>
      <Trans>Batches</Trans>
    </Anchor>
  );
  return (
    <>
      <PageHeader
        title={batch?.remittance ?? t`Batch`}
        above={back}
        actions={batch !== undefined && <BatchActions batch={batch} />}
      >
        <Group gap="md">
          {batch === undefined ? (
            <Skeleton h={18} w={220} />
          ) : (
            <>
              <Status tone={batchTones[batch.state]}>{t(batchWords[batch.state])}</Status>
              <span>
                <Trans>
                  From {batch.account}, on <LocalDate date={batch.executionDate} />
                </Trans>
              </span>
            </>
          )}
        </Group>
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {batch !== undefined && <Standing batch={batch} />}
      <DataList
        label={t`Lines of the batch`}
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t`No line is left.`}>{null}</EmptyState>}
      />
    </>
  );
}

function Standing({ batch: { amount, progress, state, reason, file } }: { batch: Batch }) {
  const { t } = useLingui();
  return (
    <>
      <Figures label={t`Where the batch stands`}>
        <Figure label={t`In all`}>
          <Money amount={amount} currency="EUR" />
        </Figure>
        <Figure label={t`Under way`}>
          <Count of={progress.inPayout} />
        </Figure>
        <Figure label={t({ message: 'Paid', context: 'payout' })}>
          <Count of={progress.paid} />
        </Figure>
        <Figure label={t`Came back`}>
          <Count of={progress.rejected} />
        </Figure>
      </Figures>
      {state === 'cancelled' && reason !== null && (
        <Text my="sm">
          <Trans>Cancelled: {reason}</Trans>
        </Text>
      )}
      {file !== null && state !== 'cancelled' && (
        <Text my="sm" size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          <Trans>
            pain.001.001.{file.version}, written once; SHA-256 {file.sha256}
          </Trans>
        </Text>
      )}
    </>
  );
}

function useColumns(): Column<Payout>[] {
  const { t } = useLingui();
  return [
    { id: 'partner', header: t`Partner`, cell: ({ partnerId }) => <PartnerName id={partnerId} /> },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state, endReason }) => (
        <div>
          <Status tone={lineTones[state]}>{t(lineWords[state])}</Status>
          {state === 'rejected' && endReason !== null && (
            <Text size="sm" c="dimmed">
              {endReason}
            </Text>
          )}
        </div>
      ),
    },
    {
      id: 'amount',
      header: t`Amount`,
      align: 'end',
      cell: ({ amount, currency, startedBy }) => (
        <WhyLink factId={startedBy}>
          <Money amount={amount} currency={currency} />
        </WhyLink>
      ),
    },
  ];
}
