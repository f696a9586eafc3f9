import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, type ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { NarrowingSelects } from '../../ui/narrowing-selects.tsx';
import { StateFilter } from '../../ui/state-filter.tsx';
import { ContributionBoard } from './contribution-board.tsx';
import { contributionFilters, contributionKinds, contributionStates } from './contribution-filters.ts';
import { companyStateWords, kindWords } from './contribution-words.ts';
import { programsQuery, type ContributionFilters } from './contribution.queries.ts';
import { mayDecide } from './may-decide.ts';

const route = getRouteApi('/console/contributions');

/** What partners bring otherwise than by links and codes: the company confirms or refuses it, and declares for them. */
export function ContributionsScreen() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const { open, kind, state, partnerId, programId } = search;
  const filters = useMemo(() => contributionFilters({ kind, state, partnerId, programId }), [kind, state, partnerId, programId]);
  const show = useCallback(
    (id?: string) =>
      void navigate({
        search: { ...filters, ...(id === undefined ? {} : { open: id }) },
        replace: open !== undefined,
        resetScroll: false,
      }),
    [navigate, filters, open],
  );
  const button = mayDecide() && (
    <Button onClick={() => show('new')}>
      <Trans>Declare</Trans>
    </Button>
  );
  const narrow = (next: Record<string, unknown>) =>
    void navigate({ search: contributionFilters({ ...filters, ...next }), replace: true });
  return (
    <>
      <PageHeader title={t`Contributions`} actions={button}>
        <Trans>
          What partners bring otherwise than by links and codes. Once you confirm it, it counts for what is recorded afterwards.
          Keys: <b>j</b> and <b>k</b> move, <b>Enter</b> opens, <b>a</b> confirms, <b>r</b> refuses, <b>n</b> declares.
        </Trans>
      </PageHeader>
      <ContributionBoard
        filters={filters}
        open={open}
        onOpen={show}
        withPartner
        tools={<Tools filters={filters} onNarrow={narrow} />}
        empty={<Nothing filters={filters} onAll={() => void navigate({ search: {}, replace: true })} action={button} />}
      />
    </>
  );
}

interface ToolsProps {
  readonly filters: ContributionFilters;
  readonly onNarrow: (next: Record<string, unknown>) => void;
}

function Tools({ filters, onNarrow }: ToolsProps) {
  const { data } = useQuery(programsQuery);
  return (
    <>
      <StateFilter
        states={contributionStates}
        words={companyStateWords}
        value={filters.state}
        onChange={(value) => onNarrow({ state: value })}
      />
      <NarrowingSelects kinds={contributionKinds} words={kindWords} programs={data?.items} chosen={filters} onNarrow={onNarrow} />
    </>
  );
}

interface NothingProps {
  readonly filters: ContributionFilters;
  readonly onAll: () => void;
  readonly action: ReactNode;
}

function Nothing({ filters, onAll, action }: NothingProps) {
  const { t } = useLingui();
  const all = <Button variant="default" onClick={onAll}>{t`Show all contributions`}</Button>;
  const { state, ...others } = filters;
  if (state === 'waiting' && Object.keys(others).length === 0) {
    return (
      <EmptyState title={t`Nothing waits for you.`} action={all}>
        <Trans>What partners declare appears here until you confirm or refuse it.</Trans>
      </EmptyState>
    );
  }
  if (Object.keys(filters).length > 0) return <EmptyState title={t`No contribution fits.`} action={all} />;
  return (
    <EmptyState title={t`No contribution yet.`} action={action}>
      <Trans>
        Partners register deals, introductions, leads and work in their portal; you can declare them for a partner too.
      </Trans>
    </EmptyState>
  );
}
