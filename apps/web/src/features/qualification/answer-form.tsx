import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { progressOf, shownTo, type Questionnaire } from '@cordee/core/qualification';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { problemToast, toast } from '../../ui/toast.ts';
import { ItemField, type Answer } from './item-field.tsx';
import { dimensionWords } from './qualification-words.ts';
import { qualificationQuery, touched, type QualificationDetail } from './qualification.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));
const KEEP_AFTER_MS = 800;

type Given = Record<string, Answer>;

/** Answers of one side, kept as it goes and sealed at the end. */
export function AnswerForm({ detail }: { detail: QualificationDetail }) {
  const { t } = useLingui();
  const { given, change, isKept, flush } = useDraft(detail);
  const [sealing, setSealing] = useState(false);
  const client = useQueryClient();
  const questionnaire = detail.questionnaire as Questionnaire;
  const shown = shownTo(questionnaire, given);
  const { asked, answered } = progressOf(questionnaire, given);
  const visible = detail.questionnaire.items.filter(({ key }) => shown.get(key) === 'yes');
  const groups = [...Map.groupBy(visible, ({ dimension }) => dimension)];
  const seal = async () => {
    await flush();
    const answer = await call('sealAnswers', { params: { id: detail.id }, body: { answers: given } });
    client.setQueryData(qualificationQuery(detail.id).queryKey, answer);
    await refresh(client, ...touched);
    toast(answer.state === 'revealed' ? t`Sealed: both are revealed.` : t`Sealed. The other side’s turn.`);
  };
  return (
    <Stack gap="xl" maw={760}>
      <Alert variant="outline" title={t`Answer for your side alone`}>
        <Trans>
          Nobody reads these answers before both sides have sealed theirs. What you do not know, leave out: it counts as unknown,
          not as zero.
        </Trans>
      </Alert>
      <Group gap="md" wrap="nowrap">
        <Progress value={asked === 0 ? 0 : (100 * answered) / asked} flex={1} aria-label={t`Answered`} />
        <Text size="sm" c="dimmed" aria-live="polite">
          <Trans>
            {answered} of {asked}
          </Trans>
          {' · '}
          {isKept ? t`Draft kept` : t`Keeping…`}
        </Text>
      </Group>
      {groups.map(([dimension, items]) => (
        <Stack key={dimension} gap="lg" component="section">
          <Title order={2}>{t(dimensionWords[dimension])}</Title>
          {items.map((item) => (
            <ItemField key={item.key} item={item} value={given[item.key]} onChange={(value) => change(item.key, value)} />
          ))}
        </Stack>
      ))}
      <Group>
        <Button disabled={answered === 0} onClick={() => setSealing(true)}>
          <Trans>Seal the answers</Trans>
        </Button>
      </Group>
      <Suspense>
        {sealing && (
          <Confirm title={t`Seal your answers?`} verb={t`Seal`} onConfirm={seal} onClose={() => setSealing(false)}>
            <Trans>From here on they cannot change. Once the other side has sealed too, both are shown at the same time.</Trans>
          </Confirm>
        )}
      </Suspense>
    </Stack>
  );
}

/** What was answered so far, kept by the server a moment after each change. */
function useDraft({ id, own }: QualificationDetail) {
  const [given, setGiven] = useState<Given>(() => ({ ...own?.answers }));
  const [isKept, setKept] = useState(true);
  const latest = useRef(given);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    try {
      await call('keepAnswers', { params: { id }, body: { answers: latest.current } });
      setKept(true);
    } catch (refusal) {
      problemToast(refusal);
    }
  };
  useEffect(
    () => () => {
      // Leaving the screen keeps what was typed last.
      if (timer.current !== undefined) void keep();
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the screen is left
    [],
  );
  const change = (key: string, value: Answer | undefined) => {
    const { [key]: _, ...rest } = latest.current;
    latest.current = value === undefined ? rest : { ...rest, [key]: value };
    setGiven(latest.current);
    setKept(false);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), KEEP_AFTER_MS);
  };
  const flush = async () => {
    if (timer.current !== undefined) await keep();
  };
  return { given, change, isKept, flush };
}
