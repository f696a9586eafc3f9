import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../lib/use-language.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { ContestLink } from '../../ui/contest-link.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import type { AnswerOf } from '../../lib/api/call.ts';
import { factQuery, whyQuery } from './fact.queries.ts';
import { kindWords } from './kind-words.ts';
import { WhySections } from './why-sections.tsx';

/** Why a fact paid what it paid, or nothing. Both questions are asked at once. */
export function WhyDrawer({ factId, onClose }: { factId: string; onClose: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data: fact, error: factError, refetch: askFact } = useQuery(factQuery(factId));
  const { data: why, error: whyError, refetch: askWhy } = useQuery(whyQuery(factId));
  const error = factError ?? whyError;
  const title = fact === undefined ? t`Why` : `${t(kindWords[fact.kind])} ${fact.eventId}`;
  return (
    <SideDrawer title={title} onClose={onClose} size="xl">
      <Stack gap="md">
        {error !== null && <ProblemNotice error={error} onRetry={() => void Promise.all([askFact(), askWhy()])} />}
        {fact !== undefined && (
          <Group gap="lg">
            {fact.amount !== null && fact.currency !== null && (
              <Text size="xl" fw={600}>
                <Money amount={fact.amount} currency={fact.currency} />
              </Text>
            )}
            <Text c="dimmed">
              <Instant at={fact.occurredAt} />
            </Text>
            {fact.targetId !== null && <WhyLink factId={fact.targetId}>{t`The fact this one is about`}</WhyLink>}
            <ContestLink id={contestedOf(fact)} />
          </Group>
        )}
        {why === undefined && error === null && <Skeleton h={240} />}
        {why !== undefined && <WhySections explanation={why.explanation} language={language} />}
      </Stack>
    </SideDrawer>
  );
}

/** What a partner contests of a fact: its one commission, else the fact itself. */
function contestedOf({ id, commissions }: AnswerOf<'getFact'>): string {
  const [first, ...others] = commissions;
  return first === undefined || others.length > 0 ? id : first.id;
}
