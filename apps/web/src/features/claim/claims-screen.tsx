import { Anchor, Button, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useActions } from '../../lib/actions.ts';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { NarrowingSelects } from '../../ui/narrowing-selects.tsx';
import { StateFilter } from '../../ui/state-filter.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { Deadline } from './claim-deadline.tsx';
import { ClaimFigures } from './claim-figures.tsx';
import { claimFilters, claimKinds, claimStates } from './claim-filters.ts';
import { claimsQuery, programsQuery, type Claim, type ClaimFilters } from './claim.queries.ts';
import { companyStateWords, kindWords, stateTones } from './claim-words.ts';

const route = getRouteApi('/console/claims');

/** What partners contest: what waits for an answer, and how answers are given. */
export function ClaimsScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { kind, state, partnerId, programId } = route.useSearch();
  const filters = useMemo(() => claimFilters({ kind, state, partnerId, programId }), [kind, state, partnerId, programId]);
  const list = useInfiniteQuery(claimsQuery(filters));
  const narrow = (next: Record<string, unknown>) =>
    void navigate({ search: claimFilters({ ...filters, ...next }), replace: true });
  useListKeys();
  return (
    <>
      <PageHeader title={t`Claims`}>
        <Trans>
          What partners say is missing, wrong, rejected or wrongly split. Each has its days to be answered. Keys: <b>j</b> and{' '}
          <b>k</b> move, <b>Enter</b> opens; in a claim <b>a</b> accepts and <b>r</b> refuses.
        </Trans>
      </PageHeader>
      <Stack gap="md">
        <ClaimFigures />
        <DataList
          label={t`Claims`}
          list={list}
          columns={useColumns()}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: '/console/claims/$claimId', params: { claimId: id } })}
          tools={<Tools filters={filters} onNarrow={narrow} />}
          empty={<Nothing filters={filters} onAll={() => void navigate({ search: {}, replace: true })} />}
        />
      </Stack>
    </>
  );
}

/** The keys of every list, from anywhere on the screen; within it, the list moves by itself. */
function useListKeys(): void {
  const { t } = useLingui();
  useActions(
    useMemo(
      () => [
        { id: 'next', label: t`Next claim`, keys: 'j', run: enterList },
        { id: 'previous', label: t`Previous claim`, keys: 'k', run: enterList },
      ],
      [t],
    ),
  );
}

function enterList(): void {
  if (document.activeElement?.tagName !== 'TR') document.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus();
}

function useColumns(): Column<Claim>[] {
  const { t } = useLingui();
  return [
    {
      id: 'partner',
      header: t`Partner`,
      cell: ({ id, partnerName }) => (
        <Anchor component={Link} to="/console/claims/$claimId" params={{ claimId: id } as never}>
          {partnerName}
        </Anchor>
      ),
    },
    { id: 'kind', header: t`What`, cell: ({ kind }) => t(kindWords[kind]) },
    { id: 'order', header: t`Order number`, cell: ({ expected }) => expected?.eventId ?? null },
    {
      id: 'amount',
      header: t`Amount`,
      align: 'end',
      cell: ({ expected }) =>
        expected === null || expected.amount === null || expected.currency === null ? null : (
          <Money amount={expected.amount} currency={expected.currency} />
        ),
    },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state, overdue, settlement }) => {
        if (settlement !== null && settlement.by === null) return <Status tone="bad">{t(companyStateWords.to_settle)}</Status>;
        return <Status tone={overdue ? 'bad' : stateTones[state]}>{t(companyStateWords[overdue ? 'overdue' : state])}</Status>;
      },
    },
    { id: 'until', header: t`To be answered by`, cell: (claim) => <Deadline claim={claim} /> },
    { id: 'at', header: t`Opened`, align: 'end', cell: ({ openedAt }) => <Instant at={openedAt} show="day" /> },
  ];
}

interface ToolsProps {
  readonly filters: ClaimFilters;
  readonly onNarrow: (next: Record<string, unknown>) => void;
}

function Tools({ filters, onNarrow }: ToolsProps) {
  const { data } = useQuery(programsQuery);
  return (
    <>
      <StateFilter
        states={claimStates}
        words={companyStateWords}
        value={filters.state === 'open' ? 'to_answer' : filters.state}
        onChange={(value) => onNarrow({ state: value })}
      />
      <NarrowingSelects kinds={claimKinds} words={kindWords} programs={data?.items} chosen={filters} onNarrow={onNarrow} />
    </>
  );
}

function Nothing({ filters, onAll }: { readonly filters: ClaimFilters; readonly onAll: () => void }) {
  const { t } = useLingui();
  const all = <Button variant="default" onClick={onAll}>{t`Show all claims`}</Button>;
  if (filters.state === 'to_answer') return <EmptyState title={t`Nothing waits for your answer.`} action={all} />;
  if (Object.keys(filters).length > 0) return <EmptyState title={t`No claim fits.`} action={all} />;
  return (
    <EmptyState title={t`No claim yet.`}>
      <Trans>Partners open claims in their portal, from a commission, a fact, or for what they miss.</Trans>
    </EmptyState>
  );
}
