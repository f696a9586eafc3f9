import { Alert, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { decisionWords } from './qualification-words.ts';
import type { QualificationDetail } from './qualification.queries.ts';

// Which of them is shown is known when it is there: what comes first need not wait for the others.
const AnswerForm = lazy(async () => ({ default: (await import('./answer-form.tsx')).AnswerForm }));
const Evidence = lazy(async () => ({ default: (await import('./evidence.tsx')).Evidence }));
const RevealView = lazy(async () => ({ default: (await import('./reveal-view.tsx')).RevealView }));

/** What a side sees: its questions while it has to answer, the wait, then both; and the evidence. */
export function QualificationBody({ detail, mayWrite }: { detail: QualificationDetail; mayWrite: boolean }) {
  const { t } = useLingui();
  const { state, side, sides, own, revealed, decision, withdrawnReason } = detail;
  const isToAnswer = state === 'open' && sides[side].sealedAt === null;
  return (
    <Stack gap="xl">
      {decision !== null && (
        <Alert variant="outline" title={t(decisionWords[decision.kind])}>
          {decision.reason}
        </Alert>
      )}
      {state === 'withdrawn' && (
        <Alert variant="outline" title={t({ message: 'Withdrawn', context: 'qualification' })}>
          {withdrawnReason}
        </Alert>
      )}
      {isToAnswer && own !== null && mayWrite && (
        <Suspense fallback={<Skeleton h={400} />}>
          <AnswerForm key={detail.id} detail={detail} />
        </Suspense>
      )}
      {isToAnswer && (own === null || !mayWrite) && (
        <Text>
          <Trans>This side is still answering. Its draft is shown to nobody else.</Trans>
        </Text>
      )}
      {state === 'open' && !isToAnswer && (
        <Text>
          <Trans>Your side has sealed. Both are revealed once the other side has sealed too.</Trans>
        </Text>
      )}
      {state === 'expired' && (
        <Text>
          <Trans>The time to answer is over. What was answered is erased, unread.</Trans>
        </Text>
      )}
      <Suspense fallback={<Skeleton h={200} />}>
        {revealed !== null && <RevealView detail={detail} revealed={revealed} />}
        {(state === 'open' || state === 'revealed') && <Evidence detail={detail} mayWrite={mayWrite && own !== null} />}
      </Suspense>
    </Stack>
  );
}
