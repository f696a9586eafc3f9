import { Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../lib/api/call.ts';
import { Money } from '../../ui/values.tsx';
import { ceilingProgramsQuery, planQuery } from './commission-review.queries.ts';

/** What is approved by itself in each program: the ceiling of its plan in force. */
export function Ceilings() {
  const { data } = useQuery(ceilingProgramsQuery);
  const programs = data?.items.filter(({ archivedAt }) => archivedAt === null) ?? [];
  if (programs.length === 0) return null;
  return (
    <details>
      <summary style={{ cursor: 'pointer' }}>
        <Trans>What is approved by itself</Trans>
      </summary>
      <ul style={{ margin: '6px 0 0', paddingInlineStart: 20 }}>
        {programs.map(({ id, name, planId }) => (
          <li key={id}>
            <Ceiling name={name} planId={planId} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Ceiling({ name, planId }: { name: string; planId: string }) {
  const { data } = useQuery({ ...planQuery(planId), staleTime: 60_000 });
  if (data === undefined) return <Text component="span">{name}…</Text>;
  const document = inForce(data)?.document;
  if (document === undefined) return <Trans>{name}: no plan in force yet.</Trans>;
  const { review, currency } = document;
  if (review === undefined || review.mode === 'none') return <Trans>{name}: everything.</Trans>;
  if (review.mode === 'all') return <Trans>{name}: nothing, each commission waits for somebody.</Trans>;
  return (
    <Trans>
      {name}: what earns a partner up to <Money amount={review.amount} currency={currency} /> with one event.
    </Trans>
  );
}

function inForce({ versions }: AnswerOf<'getPlan'>) {
  return versions.find(({ state }) => state === 'in_force');
}
