import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import type { Column } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { libraryQuery, requirementQuery, type KeptClause } from './charter.queries.ts';
import { clauseKindWords, kindWords } from './charter-words.ts';
import { CharterRequirement } from './charter-requirement.tsx';

const KeepClause = lazy(async () => ({ default: (await import('./editors/keep-clause.tsx')).KeepClause }));

/** A part of the settings: of whom a charter is asked before payment, and the clauses the company has written for its charters. */
export function CharterSettings() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(requirementQuery);
  return (
    <Stack gap="xl" maw={860}>
      <section>
        <Title order={2}>
          <Trans>A charter before payment</Trans>
        </Title>
        <Text c="dimmed" mb="sm">
          <Trans>
            Whoever has none in force is not paid: what they earn is counted all the same, and paid once both have signed. Once a
            charter has ended, what is left is paid.
          </Trans>
        </Text>
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton h={140} />}
        {data !== undefined && <CharterRequirement key={JSON.stringify(data)} requirement={data} />}
      </section>
      <section aria-label={t`Your own clauses`}>
        <OwnClauses />
      </section>
    </Stack>
  );
}

function OwnClauses() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(libraryQuery);
  const [open, setOpen] = useState<KeptClause | 'new' | null>(null);
  const columns = useColumns(setOpen);
  const own = data?.items.filter((item) => item.own) ?? [];
  return (
    <>
      <Group justify="space-between" align="flex-start" mb="sm">
        <div>
          <Title order={2}>
            <Trans>Your own clauses</Trans>
          </Title>
          <Text c="dimmed" maw={600}>
            <Trans>
              They are offered with those of the library when a clause is added. A changed one is a new version: charters that
              took the former keep it.
            </Trans>
          </Text>
        </div>
        <Button variant="default" onClick={() => setOpen('new')}>
          <Trans>Write a clause</Trans>
        </Button>
      </Group>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={120} />}
      {data !== undefined && own.length === 0 && (
        <EmptyState title={t`No clause of your own yet.`}>
          <Trans>Write here what you ask for in many charters, in French and in English.</Trans>
        </EmptyState>
      )}
      {own.length > 0 && <Sheet label={t`Your own clauses`} rows={own} keyOf={({ clause }) => clause.key} columns={columns} />}
      <Suspense>{open !== null && <KeepClause kept={open === 'new' ? null : open} onClose={() => setOpen(null)} />}</Suspense>
    </>
  );
}

function useColumns(open: (kept: KeptClause) => void): Column<KeptClause>[] {
  const { t } = useLingui();
  const language = useLanguage();
  return [
    {
      id: 'title',
      header: t`Clause`,
      cell: (kept) => (
        <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => open(kept)}>
          {kept.clause.title[language]}
        </Button>
      ),
    },
    { id: 'subject', header: t`Subject`, cell: ({ clause }) => t(clauseKindWords[clause.kind]) },
    {
      id: 'fits',
      header: t`Offered first to`,
      cell: ({ fits }) => (fits.length === 0 ? '–' : fits.map((kind) => t(kindWords[kind])).join(', ')),
    },
    { id: 'version', header: t`Version`, align: 'end', cell: ({ version }) => version },
  ];
}
