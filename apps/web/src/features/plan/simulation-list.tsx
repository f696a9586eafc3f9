import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ItemOf } from '../../lib/api/queries.ts';
import { Instant, Money } from '../../ui/values.tsx';
import { isUnderWay, lastOf, simulationsQuery } from './simulation.queries.ts';

interface SimulationListProps {
  readonly planId: string;
  readonly shown: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** What was tried before; each is found again. */
export function SimulationList({ planId, shown, onOpen }: SimulationListProps) {
  const list = useInfiniteQuery(simulationsQuery(planId));
  const others = (list.data ?? []).filter(({ id }) => id !== shown);
  if (others.length === 0) return null;
  return (
    <Stack gap={6} component="section">
      <Title order={2}>
        <Trans>Simulated before</Trans>
      </Title>
      {others.map((simulation) => (
        <Tried key={simulation.id} simulation={simulation} onOpen={onOpen} />
      ))}
      {list.hasNextPage && (
        <Button
          variant="subtle"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
          style={{ alignSelf: 'flex-start' }}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </Stack>
  );
}

function Tried({ simulation, onOpen }: Pick<SimulationListProps, 'onOpen'> & { simulation: ItemOf<'listSimulations'> }) {
  const last = lastOf(simulation);
  return (
    <Group gap="sm">
      <Button variant="default" size="compact-sm" onClick={() => onOpen(simulation.id)}>
        <Instant at={simulation.createdAt} />
      </Button>
      <Text size="sm" component="div">
        <Trans>
          history from <Instant at={simulation.from} show="day" /> to <Instant at={last} show="day" />
        </Trans>{' '}
        <Outcome simulation={simulation} />
      </Text>
    </Group>
  );
}

function Outcome({ simulation }: { simulation: ItemOf<'listSimulations'> }) {
  if (isUnderWay(simulation)) return <Trans>under way</Trans>;
  if (simulation.totals === null) return <Trans>not finished</Trans>;
  return simulation.totals.map(({ currency, difference }) => (
    <span key={currency}>
      {' '}
      <Money amount={difference} currency={currency} signed />
    </span>
  ));
}
