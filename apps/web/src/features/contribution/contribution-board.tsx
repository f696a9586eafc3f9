import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import { DataList } from '../../ui/data-list.tsx';
import { useLingui } from '@lingui/react/macro';
import { contributionsQuery, type Contribution, type ContributionFilters } from './contribution.queries.ts';
import { mayDecide, type Ask, type Step } from './may-decide.ts';
import { useBoardColumns } from './use-board-columns.tsx';
import { useBoardKeys } from './use-board-keys.ts';

const CompanyDrawer = lazy(async () => ({ default: (await import('./company-drawer.tsx')).CompanyDrawer }));
const ConfirmContribution = lazy(async () => ({ default: (await import('./confirm-contribution.tsx')).ConfirmContribution }));
const RefuseContribution = lazy(async () => ({ default: (await import('./refuse-contribution.tsx')).RefuseContribution }));
const WithdrawContribution = lazy(async () => ({ default: (await import('./refuse-contribution.tsx')).WithdrawContribution }));
const DeclareForPartner = lazy(async () => ({ default: (await import('./declare-for-partner.tsx')).DeclareForPartner }));

interface ContributionBoardProps {
  readonly filters: ContributionFilters;
  /** The one beside the list, or `new`. */
  readonly open: string | undefined;
  readonly onOpen: (id?: string) => void;
  /** Where those of several partners stand together. */
  readonly withPartner?: boolean;
  readonly tools?: ReactNode;
  readonly empty: ReactNode;
}

/** What partners declared, as the company decides about it: list, details, and each decision with what it asks. */
export function ContributionBoard({ filters, open, onOpen, withPartner = false, tools, empty }: ContributionBoardProps) {
  const { t } = useLingui();
  const list = useInfiniteQuery(contributionsQuery(filters));
  const [active, setActive] = useState<Contribution | null>(null);
  const [asked, setAsked] = useState<{ readonly step: Step; readonly contribution: Contribution } | null>(null);
  const ask: Ask = useCallback((step, contribution) => setAsked({ step, contribution }), []);
  const close = () => setAsked(null);
  const decides = mayDecide();
  const current = useMemo(() => list.data?.find(({ id }) => id === active?.id) ?? null, [list.data, active]);
  const declare = useCallback(() => onOpen('new'), [onOpen]);
  useBoardKeys({ current: open === undefined ? current : null, decides, ask, declare });
  const isNew = open === 'new' && decides;
  return (
    <>
      <DataList
        label={t`Contributions`}
        list={list}
        columns={useBoardColumns({ withPartner, decides, ask })}
        keyOf={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        onActive={setActive}
        empty={empty}
        {...(tools === undefined ? {} : { tools })}
      />
      <Suspense>
        {isNew && (
          <DeclareForPartner partnerId={filters.partnerId ?? null} onClose={() => onOpen()} onDeclared={(id) => onOpen(id)} />
        )}
        {open !== undefined && open !== 'new' && <CompanyDrawer id={open} onAsk={ask} onClose={() => onOpen()} />}
        {asked?.step === 'confirm' && <ConfirmContribution given={asked.contribution} onClose={close} />}
        {asked?.step === 'refuse' && <RefuseContribution contribution={asked.contribution} onClose={close} />}
        {asked?.step === 'withdraw' && <WithdrawContribution contribution={asked.contribution} onClose={close} />}
      </Suspense>
    </>
  );
}
