import { SegmentedControl, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { DataList } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { Ceilings } from './ceilings.tsx';
import type { QueueFilters } from './commission-review.queries.ts';
import { orders, queueFilters, signalCodes } from './queue-filters.ts';
import { orderWords, signalWords } from './signal-words.ts';
import { useQueueColumns } from './use-queue-columns.tsx';
import { useQueueKeys } from './use-queue-keys.ts';
import { useQueue } from './use-queue.ts';

const ReasonDialog = lazy(async () => ({ default: (await import('./reason-dialog.tsx')).ReasonDialog }));
const FileReview = lazy(async () => ({ default: (await import('./file-review.tsx')).FileReview }));
const route = getRouteApi('/console/review');

/** Commissions that wait for a decision, with what is unusual about each; decided by keyboard, one by one or together. */
export function QueueScreen() {
  const { t } = useLingui();
  const filters = queueFilters({ ...route.useSearch() });
  const { status = 'in_review' } = filters;
  const [byFile, setByFile] = useState(false);
  const role = chosenMembership()?.role ?? 'viewer';
  const { asked, setAsked, withReason, ...queue } = useQueue(filters);
  const { selection, doers } = queue;
  const openFile = useCallback(() => setByFile(true), []);
  const why = useOpenWhy();
  useQueueKeys({ ...queue, role, status, why, toggle: selection.toggle, openFile });
  return (
    <>
      <PageHeader title={t`Approvals`}>
        <Trans>
          Decide with the keyboard: <b>j</b> and <b>k</b> move, <b>a</b> approves, <b>h</b> holds, <b>r</b> refuses, <b>x</b>{' '}
          selects, <b>w</b> says why, <b>z</b> takes the last one back. <b>?</b> lists all keys.
        </Trans>
        <Ceilings />
      </PageHeader>
      <DataList
        label={t`Commissions that wait`}
        list={queue.list}
        columns={useQueueColumns({ role, status, doers, selection })}
        keyOf={({ id }) => id}
        onOpen={({ factId }) => why(factId)}
        onActive={queue.setActive}
        tools={<Tools filters={filters} />}
        empty={<Nothing filters={filters} />}
      />
      <BulkBar role={role} status={status} selection={selection} doers={doers} onFile={openFile} />
      <Suspense>
        {asked !== null && (
          <ReasonDialog action={asked.action} count={asked.ids.length} onClose={() => setAsked(null)} onReason={withReason} />
        )}
        {byFile && <FileReview onClose={() => setByFile(false)} />}
      </Suspense>
    </>
  );
}

/** Opens, beside the queue, why a fact came to what it did. */
function useOpenWhy(): (factId: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (factId) => void navigate({ to: '.', search: ((now: object) => ({ ...now, why: factId })) as never, resetScroll: false }),
    [navigate],
  );
}

function Tools({ filters }: { filters: QueueFilters }) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const show = (next: Record<string, unknown>) => void navigate({ search: queueFilters({ ...filters, ...next }), replace: true });
  return (
    <>
      <SegmentedControl
        aria-label={t`Queue`}
        value={filters.status ?? 'in_review'}
        onChange={(status) => show({ status })}
        data={[
          { value: 'in_review', label: t`To approve` },
          { value: 'held', label: t`Held back` },
          { value: 'suspended', label: t`Contested` },
        ]}
      />
      <Select
        aria-label={t`Signal`}
        placeholder={t`With any signal or none`}
        clearable
        clearButtonProps={{ 'aria-label': t`With any signal or none` }}
        data={signalCodes.map((value) => ({ value, label: t(signalWords[value]) }))}
        value={filters.signal ?? null}
        onChange={(signal) => show({ signal })}
      />
      <Select
        aria-label={t`Order`}
        allowDeselect={false}
        data={orders.map((value) => ({ value, label: t(orderWords[value]) }))}
        value={filters.sort ?? 'oldest'}
        onChange={(sort) => show({ sort })}
      />
    </>
  );
}

function Nothing({ filters: { status = 'in_review', signal } }: { filters: QueueFilters }) {
  const { t } = useLingui();
  if (signal !== undefined) {
    return (
      <EmptyState title={t`No commission with this signal.`}>
        <Trans>Choose another signal, or none.</Trans>
      </EmptyState>
    );
  }
  switch (status) {
    case 'in_review':
      return (
        <EmptyState title={t`Nothing to approve.`}>
          <Trans>Commissions above the ceiling of their plan appear here. All others are released by themselves.</Trans>
        </EmptyState>
      );
    case 'held':
      return (
        <EmptyState title={t`Nothing is held.`}>
          <Trans>A commission you hold stays pending, with your reason, until you let it go or refuse it.</Trans>
        </EmptyState>
      );
    case 'suspended':
      return (
        <EmptyState title={t`Nothing is contested.`}>
          <Trans>When a customer disputes a payment, the commissions of that sale wait here for its outcome.</Trans>
        </EmptyState>
      );
    default:
      return status satisfies never;
  }
}
