import { Group, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { compareClauses } from '@cordee/core/plan';
import { useMemo } from 'react';
import { useLanguage } from '../../../lib/use-language.ts';
import { ClauseList, type Clauses } from '../clause-list.tsx';
import { useLanguageChoice } from '../language-choice.tsx';
import type { PlanVersion } from '../plan.queries.ts';
import classes from './editor.module.css';

interface ClausesBesideProps {
  readonly clauses: { readonly read: Clauses; readonly isCurrent: boolean } | null;
  /** The version that holds, against which changes are marked. */
  readonly before: PlanVersion | undefined;
  readonly faults: number;
  readonly current: string | null;
}

/** The clauses as they read while one types; what differs from the version that holds is marked. */
export function ClausesBeside({ clauses, before, faults, current }: ClausesBesideProps) {
  const { t } = useLingui();
  const own = useLanguage();
  const { languages, control } = useLanguageChoice();
  const changed = useMemo(() => {
    if (before === undefined || clauses === null) return undefined;
    const changes = compareClauses(before.clauses[own], clauses.read[own]);
    return new Set(
      changes.flatMap((change) => (change.kind === 'added' || change.kind === 'changed' ? [change.after.number] : [])),
    );
  }, [before, clauses, own]);
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself
    <aside className={classes['aside']} aria-label={t`The clauses as they read`} tabIndex={0}>
      <Group justify="space-between" mb="xs">
        <Title order={2}>
          <Trans>As it reads</Trans>
        </Title>
        {control}
      </Group>
      {clauses !== null && !clauses.isCurrent && (
        <Text size="sm" c="var(--mantine-color-error)" mb="xs">
          <Plural
            value={faults}
            one="There is a mistake: the clauses are those from before it."
            other="There are # mistakes: the clauses are those from before them."
          />
        </Text>
      )}
      {changed !== undefined && (
        <Text size="sm" c="dimmed" mb="xs">
          {changed.size === 0 ? (
            <Trans>Nothing differs from version {before?.number}.</Trans>
          ) : (
            <Plural
              value={changed.size}
              one={`# clause, marked, differs from version ${before?.number}.`}
              other={`# clauses, marked, differ from version ${before?.number}.`}
            />
          )}
        </Text>
      )}
      {clauses === null ? (
        <Text c="dimmed">
          <Trans>The clauses come once there is no mistake.</Trans>
        </Text>
      ) : (
        <ClauseList
          clauses={clauses.read}
          languages={languages}
          current={current}
          {...(changed === undefined ? {} : { changed })}
        />
      )}
    </aside>
  );
}
