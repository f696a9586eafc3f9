import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Count } from '../../ui/values.tsx';
import { isNarrowed, stages } from './partner-filters.ts';
import { boardQuery, stageCountsQuery, type ListedPartner, type PartnerFilters, type Stage } from './partner.queries.ts';
import { StageCard } from './stage-card.tsx';
import { stageWords } from './stage-words.ts';
import { useMove } from './use-move.ts';
import classes from './stage-board.module.css';

interface BoardProps {
  readonly filters: PartnerFilters;
  readonly mayManage: boolean;
}

/** Partners by stage, side by side; each column reads its own pages. */
export function StageBoard({ filters, mayManage }: BoardProps) {
  const { t } = useLingui();
  const { data: counts } = useQuery(stageCountsQuery);
  // The card that was moved takes the focus along.
  const [moved, setMoved] = useState<string | null>(null);
  const move = useMove(setMoved);
  // Counts are those of all partners: with filters they would say something else than what is shown.
  const { stage: _stage, ...narrowing } = filters;
  const isWhole = !isNarrowed(narrowing);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways: a keyboard must get there
    <section className={classes['board']} aria-label={t`Board`} tabIndex={0}>
      {stages.map((stage) => (
        <StageColumn
          key={stage}
          stage={stage}
          filters={filters}
          count={isWhole && counts !== undefined ? (counts.find((each) => each.stage === stage)?.partners ?? 0) : null}
          moved={moved}
          onMove={mayManage ? move : null}
        />
      ))}
    </section>
  );
}

interface ColumnProps extends Pick<BoardProps, 'filters'> {
  readonly stage: Stage;
  /** How many there are; null when only what is read is known. */
  readonly count: number | null;
  readonly moved: string | null;
  readonly onMove: ((partner: ListedPartner, to: Stage) => Promise<void>) | null;
}

function StageColumn({ stage, filters, count, moved, onMove }: ColumnProps) {
  const { t } = useLingui();
  const list = useInfiniteQuery(boardQuery({ ...filters, stage }));
  const partners = list.data ?? [];
  return (
    <Stack
      gap="xs"
      component="section"
      aria-label={t(stageWords[stage])}
      className={classes['column'] ?? ''}
      data-empty={list.data?.length === 0 || undefined}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Title order={2} size="h3">
          {t(stageWords[stage])}
        </Title>
        <Text component="span" c="dimmed">
          {list.data !== undefined && <Count of={count ?? partners.length} />}
          {count === null && list.hasNextPage && '+'}
        </Text>
      </Group>
      {list.error !== null && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && list.error === null && <Skeleton height={60} component="output" aria-label={t`Loading`} />}
      {list.data?.length === 0 && (
        <Text c="dimmed" size="sm">
          <Trans>Nobody at this stage.</Trans>
        </Text>
      )}
      {partners.length > 0 && (
        <ul className={classes['cards']}>
          {partners.map((partner) => (
            <StageCard
              key={partner.id}
              partner={partner}
              takesFocus={partner.id === moved}
              onMove={onMove === null ? null : (to) => onMove(partner, to)}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="subtle" size="xs" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </Stack>
  );
}
