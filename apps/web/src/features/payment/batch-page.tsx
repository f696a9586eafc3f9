import { Anchor, Group, Skeleton, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
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
import { LineActions } from './line-actions.tsx';
import { mayPay } from './may-pay.ts';
import { batchTones, batchWords, lineTones, lineWords, problemWords, railWords } from './payment-words.ts';

const route = getRouteApi('/console/payments/batches/$batchId');

/** One batch: where it stands, its lines, what can be done with it. */
export function BatchPage() {
  const { t } = useLingui();
  const { batchId } = route.useParams();
  const { data: batch, error, refetch } = useQuery(batchQuery(batchId));
  const list = useInfiniteQuery(linesQuery(batchId));
  const columns = useColumns(batch);
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
                {batch.account === null ? (
                  <Trans>
                    {t(railWords[batch.rail])}, on <LocalDate date={batch.executionDate} />
                  </Trans>
                ) : (
                  <Trans>
                    From {batch.account}, on <LocalDate date={batch.executionDate} />
                  </Trans>
                )}
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

function Standing({ batch }: { batch: Batch }) {
  const { t } = useLingui();
  const { amount, currency, progress, state, reason, problem, outsideReference, paidOn } = batch;
  return (
    <>
      <Figures label={t`Where the batch stands`}>
        <Figure label={t`In all`}>
          <Money amount={amount} currency={currency} />
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
      {problem !== null && (
        <Text my="sm" c="var(--mantine-color-error)" component="output" display="block">
          {t(problemWords[problem])}
        </Text>
      )}
      {state === 'cancelled' && reason !== null && (
        <Text my="sm">
          <Trans>Cancelled: {reason}</Trans>
        </Text>
      )}
      {outsideReference !== null && paidOn !== null && (
        <Text my="sm">
          <Trans>
            Paid on <LocalDate date={paidOn} />, reference {outsideReference}
          </Trans>
        </Text>
      )}
      <Written batch={batch} />
    </>
  );
}

/** What was written, once, and how many transfers are left. */
function Written({ batch: { state, file, files, transfers } }: { batch: Batch }) {
  if (state === 'cancelled') return null;
  const small = { my: 'sm', size: 'sm', c: 'dimmed', style: { overflowWrap: 'anywhere' } } as const;
  return (
    <>
      {file !== null && (
        <Text {...small}>
          <Trans>
            pain.001.001.{file.version}, written once; SHA-256 {file.sha256}
          </Trans>
        </Text>
      )}
      {files.map(({ part, lines, sha256 }) => (
        <Text key={part} {...small}>
          <Trans>
            File {part}, <Plural value={lines} one="# line" other="# lines" />, written once; SHA-256 {sha256}
          </Trans>
        </Text>
      ))}
      {transfers !== null && transfers.toSend + transfers.unknown > 0 && (
        <Text my="sm">
          <Plural value={transfers.toSend} one="# transfer to send" other="# transfers to send" />
          {transfers.unknown > 0 && (
            <>
              {', '}
              <Plural value={transfers.unknown} one="# being looked up at Stripe" other="# being looked up at Stripe" />
            </>
          )}
        </Text>
      )}
    </>
  );
}

function useColumns(batch: Batch | undefined): Column<Payout>[] {
  const { t } = useLingui();
  const isSent = batch?.state === 'sent' && mayPay();
  const mayConfirm = batch?.rail !== 'stripe';
  const columns: Column<Payout>[] = [
    { id: 'partner', header: t`Partner`, cell: ({ partnerId }) => <PartnerName id={partnerId} /> },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state, endReason, settlement }) => (
        <div>
          <Status tone={lineTones[state]}>{t(lineWords[state])}</Status>
          {state === 'rejected' && endReason !== null && (
            <Text size="sm" c="dimmed">
              {endReason}
            </Text>
          )}
          {settlement !== null && (
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {settlement}
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
  if (!isSent) return columns;
  const end = (payout: Payout) => (payout.state === 'in_payout' ? <LineActions payout={payout} mayConfirm={mayConfirm} /> : null);
  return [...columns, { id: 'end', header: t`What became of it`, align: 'end', cell: end }];
}
