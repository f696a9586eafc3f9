import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { Status } from '../../ui/status.tsx';
import { Instant, LocalDate } from '../../ui/values.tsx';
import type { Decision, DisputeDetail, Side } from './dispute.queries.ts';
import { actWords, decisionTones, decisionWords, outcomeWords, sideWords } from './dispute-words.ts';

const DecideForm = lazy(async () => ({ default: (await import('./decide-form.tsx')).DecideForm }));
const ActDialog = lazy(async () => ({ default: (await import('./act-dialog.tsx')).ActDialog }));

interface DecisionsProps {
  readonly of: DisputeDetail;
  readonly side: Side;
  readonly mayWrite: boolean;
}

/** How it could end, or did: proposals with what follows from each, the last one first. */
export function Decisions({ of, mayWrite }: DecisionsProps) {
  const [deciding, setDeciding] = useState(false);
  const mayPropose = mayWrite && of.acts.includes('propose');
  if (of.decisions.length === 0 && !mayPropose) return null;
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>Decisions</Trans>
      </Title>
      <Stack gap="md">
        {of.decisions.toReversed().map((decision) => (
          <OneDecision key={decision.number} decision={decision} of={of} mayWrite={mayWrite} />
        ))}
        {of.decisions.length === 0 && (
          <Text c="dimmed">
            <Trans>Nothing is proposed yet. A decision stands once the other side accepts it.</Trans>
          </Text>
        )}
        {mayPropose && (
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setDeciding(true)}>
            <Trans>Propose a decision</Trans>
          </Button>
        )}
      </Stack>
      <Suspense>{deciding && <DecideForm of={of} onClose={() => setDeciding(false)} />}</Suspense>
    </section>
  );
}

function OneDecision({ decision, of, mayWrite }: { decision: Decision; of: DisputeDetail; mayWrite: boolean }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<'accept' | 'refuse' | null>(null);
  const { number, by, at, outcome, reasons, consequences, state } = decision;
  const acts = mayWrite && state === 'waiting' ? (['accept', 'refuse'] as const).filter((act) => of.acts.includes(act)) : [];
  return (
    <Paper withBorder p="sm">
      <Group gap="xs" mb={4}>
        <Text fw={600}>{t(outcomeWords[outcome])}</Text>
        <Status tone={decisionTones[state]}>{t(decisionWords[state])}</Status>
      </Group>
      <Text size="sm" c="dimmed">
        <Trans>
          No. {number}, proposed by {t(sideWords[by])}
        </Trans>
        {' · '}
        <Instant at={at} />
      </Text>
      <Text my="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {reasons}
      </Text>
      {consequences.length > 0 && (
        <List size="sm" mb="xs">
          {consequences.map(({ kind, by: owner, text, dueOn }) => (
            <List.Item key={`${kind} ${text}`}>
              {text}
              {owner !== null && ` (${t(sideWords[owner])})`}
              {dueOn !== null && (
                <>
                  {', '}
                  <Trans>
                    by <LocalDate date={dueOn} />
                  </Trans>
                </>
              )}
            </List.Item>
          ))}
        </List>
      )}
      {acts.length > 0 && (
        <Group gap="xs">
          {acts.map((act) => (
            <Button key={act} size="xs" variant={act === 'accept' ? 'filled' : 'default'} onClick={() => setAsking(act)}>
              {t(actWords[act])}
            </Button>
          ))}
        </Group>
      )}
      <Suspense>{asking !== null && <ActDialog act={asking} of={of} number={number} onClose={() => setAsking(null)} />}</Suspense>
    </Paper>
  );
}
