import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { Status } from '../../ui/status.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { LocalDate } from '../../ui/values.tsx';
import { Part } from './part.tsx';
import { jointFactsQuery, type JointFact } from './partnership.queries.ts';
import { jointKindWords, jointStateWords, jointTones } from './partnership-words.ts';

const ProposeJointFact = lazy(async () => ({ default: (await import('./propose-joint-fact.tsx')).ProposeJointFact }));
const ContestJointFact = lazy(async () => ({ default: (await import('./contest-joint-fact.tsx')).ContestJointFact }));

/** What both sides stated, and what waits for the reader's word. */
export function JointFacts({ partnerId, mayTakePart }: { partnerId: string; mayTakePart: boolean }) {
  const { t } = useLingui();
  const list = useInfiniteQuery(jointFactsQuery(partnerId));
  const [proposing, setProposing] = useState(false);
  const [contesting, setContesting] = useState<JointFact | null>(null);
  return (
    <Part
      title={t`Joint facts`}
      query={list}
      about={t`What one side states exists once the other side has confirmed it. Both read the same; nothing is changed afterwards.`}
    >
      {list.data?.length === 0 && (
        <Text>
          <Trans>Nothing is stated yet: a decision, an agreed figure, a meeting held, a change of contact.</Trans>
        </Text>
      )}
      {list.data !== undefined && list.data.length > 0 && (
        <Stack component="ul" aria-label={t`Joint facts`} gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {list.data.map((joint) => (
            <JointCard key={joint.id} joint={joint} mayTakePart={mayTakePart} onContest={setContesting} />
          ))}
        </Stack>
      )}
      <Group>
        {mayTakePart && <Button variant="default" onClick={() => setProposing(true)}>{t`Propose a joint fact`}</Button>}
        {list.hasNextPage && (
          <Button
            variant="subtle"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >{t`Older ones`}</Button>
        )}
      </Group>
      <Suspense>
        {proposing && <ProposeJointFact partnerId={partnerId} onClose={() => setProposing(false)} />}
        {contesting !== null && <ContestJointFact joint={contesting} onClose={() => setContesting(null)} />}
      </Suspense>
    </Part>
  );
}

interface JointCardProps {
  readonly joint: JointFact;
  readonly mayTakePart: boolean;
  readonly onContest: (joint: JointFact) => void;
}

function JointCard({ joint, mayTakePart, onContest }: JointCardProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const answer = async (step: 'confirm' | 'withdraw') => {
    setBusy(true);
    try {
      await call('answerJointFact', { params: { id: joint.id }, body: { step } });
      await refresh(client, 'listJointFacts', 'getTimeline');
      toast(step === 'confirm' ? t`Confirmed: it is a joint fact now.` : t({ message: 'Withdrawn.', context: 'joint fact' }));
    } catch (error) {
      problemToast(error);
    } finally {
      setBusy(false);
    }
  };
  const { kind, state, text, on, proposedBy, reason, isYours } = joint;
  return (
    <Paper component="li" withBorder p="sm" radius="md">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" component="span">
            {t(jointKindWords[kind])} · <LocalDate date={on} /> ·{' '}
            {proposedBy === 'company' ? t`stated by the company` : t`stated by the partner`}
          </Text>
          <Status tone={jointTones[state]}>{t(jointStateWords[state])}</Status>
        </Group>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
        {reason !== null && (
          <Text size="sm" c="dimmed">
            <Trans>Reason: {reason}</Trans>
          </Text>
        )}
        {state === 'proposed' && mayTakePart && (
          <Group gap="xs">
            {isYours ? (
              <Button size="xs" variant="default" loading={busy} onClick={() => void answer('withdraw')}>{t`Withdraw`}</Button>
            ) : (
              <>
                <Button size="xs" loading={busy} onClick={() => void answer('confirm')}>{t`Confirm`}</Button>
                <Button size="xs" variant="default" disabled={busy} onClick={() => onContest(joint)}>{t`Contest`}</Button>
              </>
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
