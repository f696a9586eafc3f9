import { Anchor, Select, Text } from '@mantine/core';
import type { MessageDescriptor } from '@lingui/core';
import { Plural, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useZone } from '../../lib/workspace.tsx';
import { DataList, type Column } from '../../ui/data-list.tsx';
import { StateFilter } from '../../ui/state-filter.tsx';
import { Status } from '../../ui/status.tsx';
import { LocalDate } from '../../ui/values.tsx';
import { dueSpans, obligationFilters, obligationOwners, searchOf } from './obligation-search.ts';
import { obligationsQuery, type Obligation } from './obligation.queries.ts';
import { dueWords, filterWords, ownerWords, partnerOwnerWords, stateTones, stateWords } from './obligation-words.ts';

const ObligationDrawer = lazy(async () => ({ default: (await import('./obligation-drawer.tsx')).ObligationDrawer }));

interface ObligationListProps {
  /** Of one partner; of all when null. */
  readonly partnerId: string | null;
  readonly side: 'company' | 'partner';
  readonly empty: ReactNode;
  readonly tools?: ReactNode;
}

/** Obligations, the earliest due first, and one of them beside. */
export function ObligationList({ partnerId, side, empty, tools }: ObligationListProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { open, ...narrowed } = searchOf(useSearch({ strict: false }));
  const list = useInfiniteQuery(obligationsQuery(partnerId, narrowed, useZone()));
  const go = (next: { open?: string; state?: string | undefined; owner?: string | undefined; due?: string | undefined }) =>
    void navigate({ to: '.', search: { ...narrowed, ...next } as never, replace: true, resetScroll: false });
  return (
    <>
      <DataList
        label={t`Obligations`}
        list={list}
        columns={useColumns(side, partnerId === null, (id) => go({ open: id }))}
        keyOf={({ id }) => id}
        onOpen={({ id }) => go({ open: id })}
        tools={
          <>
            <StateFilter
              states={obligationFilters}
              words={filterWords}
              value={narrowed.state}
              onChange={(value) => go({ state: value ?? undefined })}
            />
            <Narrow
              label={t`Owed by`}
              all={t`Owed by anybody`}
              choices={obligationOwners}
              words={side === 'company' ? ownerWords : partnerOwnerWords}
              value={narrowed.owner}
              onChange={(owner) => go({ owner })}
            />
            <Narrow
              label={t`Due until`}
              all={t`At any time`}
              choices={dueSpans}
              words={dueWords}
              value={narrowed.due}
              onChange={(due) => go({ due })}
            />
            {tools}
          </>
        }
        empty={empty}
      />
      <Suspense>{open !== undefined && <ObligationDrawer id={open} side={side} onClose={() => go({})} />}</Suspense>
    </>
  );
}

interface NarrowProps<Choice extends string> {
  readonly label: string;
  /** Says that nothing is left out. */
  readonly all: string;
  readonly choices: readonly Choice[];
  readonly words: Readonly<Record<Choice, MessageDescriptor>>;
  readonly value: Choice | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Narrow<Choice extends string>({ label, all, choices, words, value, onChange }: NarrowProps<Choice>) {
  const { t } = useLingui();
  return (
    <Select
      aria-label={label}
      placeholder={all}
      clearable
      clearButtonProps={{ 'aria-label': all }}
      data={choices.map((choice) => ({ value: choice, label: t(words[choice]) }))}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

function useColumns(side: 'company' | 'partner', withPartner: boolean, open: (id: string) => void): Column<Obligation>[] {
  const { t } = useLingui();
  const owners = side === 'company' ? ownerWords : partnerOwnerWords;
  return [
    {
      id: 'title',
      header: t`What`,
      cell: ({ id, title }) => (
        <Anchor component="button" type="button" ta="start" onClick={() => open(id)}>
          {title}
        </Anchor>
      ),
    },
    ...(withPartner && side === 'company'
      ? [
          {
            id: 'partner',
            header: t`Partner`,
            cell: ({ partnerId: id, partnerName }: Obligation) => (
              <Anchor
                c="inherit"
                renderRoot={(props) => (
                  <Link to="/console/partners/$partnerId/obligations" params={{ partnerId: id }} {...props} />
                )}
              >
                {partnerName}
              </Anchor>
            ),
          },
        ]
      : []),
    { id: 'owner', header: t`Owed by`, cell: ({ owner }) => t(owners[owner]) },
    { id: 'state', header: t`State`, cell: ({ state }) => <Status tone={stateTones[state]}>{t(stateWords[state])}</Status> },
    {
      id: 'due',
      header: t`Due on`,
      align: 'end',
      cell: ({ dueOn, daysLeft, state }) => (
        <>
          <LocalDate date={dueOn} />
          {(state === 'due' || state === 'late') && (
            <Text size="xs" c="dimmed">
              <DaysLeft days={daysLeft} />
            </Text>
          )}
        </>
      ),
    },
  ];
}

function DaysLeft({ days }: { days: number }) {
  if (days < 0) return <Plural value={-days} one="# day late" other="# days late" />;
  return <Plural value={days} _0="today" one="in # day" other="in # days" />;
}
