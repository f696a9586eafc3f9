import { Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { Acts } from './acts.tsx';
import { Briefs } from './briefs.tsx';
import { Decisions } from './decisions.tsx';
import { History } from './history.tsx';
import { Ladder } from './ladder.tsx';
import { mayAct } from './may-act.ts';
import { ProofFile } from './proof-file.tsx';
import type { DisputeDetail, Side } from './dispute.queries.ts';
import { subjectWords } from './dispute-words.ts';

/** One dispute, for both sides: what it is about, its ladder, briefs, decisions, the proof file, and all that happened. */
export function DisputeBody({ of, side }: { of: DisputeDetail; side: Side }) {
  const { t } = useLingui();
  const acts = mayAct(side);
  useSeen(of, side, acts);
  return (
    <Stack gap="xl">
      {acts && <Acts of={of} side={side} />}
      <section>
        <Title order={2} mb="xs">
          <Trans>What is asked</Trans>
        </Title>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t(subjectWords[of.subject.kind])}
          {of.subject.id !== null && ` · ${of.subject.id}`}
          {of.subject.clause !== null && ` · ${of.subject.clause}`}
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{of.asks}</Text>
      </section>
      <Ladder of={of} side={side} />
      <Briefs of={of} side={side} mayWrite={acts} />
      <Decisions of={of} side={side} mayWrite={acts} />
      <ProofFile of={of} />
      <History of={of} side={side} />
    </Stack>
  );
}

/** That the side has read where the dispute stands is kept, once a step: it is part of what the proof file shows. */
function useSeen({ id, step, entries }: DisputeDetail, side: Side, acts: boolean): void {
  const client = useQueryClient();
  const isSeen = entries.some((entry) => entry.kind === 'read' && entry.side === side && entry.step === step.number);
  const toTell = acts && !isSeen ? step.number : null;
  useEffect(() => {
    if (toTell === null) return;
    // Nobody waits for it, and the next visit tells it again.
    call('actInDispute', { params: { id }, body: { act: 'read' } }).then(
      () => refresh(client, 'getDispute'),
      () => undefined,
    );
  }, [client, id, toTell]);
}
