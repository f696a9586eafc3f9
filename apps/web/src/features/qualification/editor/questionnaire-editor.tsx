import { Alert, Anchor, Button, Group, MultiSelect, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../lib/api/call.ts';
import { refresh } from '../../../lib/api/queries.ts';
import { chosenMembership } from '../../../lib/membership-choice.ts';
import { useLanguage } from '../../../lib/use-language.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../../ui/toast.ts';
import { partnerKinds, partnerKindWords } from '../partner-kind-words.ts';
import { questionnaireQuery, type Questionnaire } from '../qualification.queries.ts';
import { BothLanguages } from './both-languages.tsx';
import { problemWords } from './editor-words.ts';
import { liveProblems } from './live-problems.ts';
import { Versions } from './versions.tsx';

const ItemList = lazy(async () => ({ default: (await import('./item-list.tsx')).ItemList }));
const route = getRouteApi('/console/settings/questionnaires/$questionnaireId');

/** The draft of a questionnaire: its questions in both languages, their order and weights; its publication, and what was published. */
export function QuestionnaireEditor() {
  const { questionnaireId } = route.useParams();
  const { data, error, refetch } = useQuery(questionnaireQuery(questionnaireId));
  return (
    <Stack gap="md" maw={860}>
      <Anchor component={Link} to="/console/settings/questionnaires" size="sm">
        <Trans>All questionnaires</Trans>
      </Anchor>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && <Editor key={data.id} questionnaire={data} />}
    </Stack>
  );
}

type Draft = Questionnaire['draft'];

function Editor({ questionnaire }: { questionnaire: Questionnaire }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { draft, setDraft, isChanged, busy, keep, publish, archive } = useEditing(questionnaire);
  const isManager = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const mayWrite = isManager && questionnaire.archivedAt === null;
  const problems = liveProblems(draft);
  return (
    <>
      <Group justify="space-between">
        <Title order={2}>{draft.name[language]}</Title>
        {mayWrite && (
          <Group gap="xs">
            <Button variant="default" loading={busy} disabled={!isChanged} onClick={keep}>
              <Trans>Keep the draft</Trans>
            </Button>
            <Button loading={busy} disabled={problems.size > 0 || (!isChanged && !questionnaire.draftChanged)} onClick={publish}>
              <Trans>Publish</Trans>
            </Button>
          </Group>
        )}
      </Group>
      <Standing questionnaire={questionnaire} problems={problems} />
      <BothLanguages
        label={t`Name`}
        maxLength={120}
        readOnly={!mayWrite}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <MultiSelect
        label={t`For these kinds of partners`}
        placeholder={draft.kinds.length === 0 ? t`All kinds` : ''}
        readOnly={!mayWrite}
        data={partnerKinds.map((value) => ({ value, label: t(partnerKindWords[value]) }))}
        value={draft.kinds}
        onChange={(kinds) => setDraft({ ...draft, kinds })}
      />
      <Suspense fallback={<Skeleton h={400} />}>
        <ItemList
          items={draft.items}
          problems={problems}
          mayWrite={mayWrite}
          onChange={(items) => setDraft((before) => ({ ...before, items: items(before.items) }))}
        />
      </Suspense>
      {isManager && (
        <Group>
          <Button variant="default" loading={busy} onClick={archive}>
            {questionnaire.archivedAt === null ? (
              <Trans context="questionnaire">Put away</Trans>
            ) : (
              <Trans context="questionnaire">Take back</Trans>
            )}
          </Button>
        </Group>
      )}
      <Versions questionnaire={questionnaire} />
    </>
  );
}

interface StandingProps {
  readonly questionnaire: Questionnaire;
  readonly problems: ReturnType<typeof liveProblems>;
}

function Standing({ questionnaire: { published }, problems }: StandingProps) {
  const { t } = useLingui();
  const whole = problems.get(null) ?? [];
  const wrong = [...problems.keys()].filter((place) => place !== null).length;
  return (
    <>
      <Text c="dimmed">
        {published === null ? t`Not published yet.` : t`Version ${published.version}, ${published.items} questions.`}
      </Text>
      {problems.size > 0 && (
        <Alert color="red" variant="outline" title={t`It cannot be published yet`}>
          {whole.map(({ rule }) => t(problemWords[rule])).join(' ')}{' '}
          {wrong > 0 && (
            <Plural
              value={wrong}
              one="# question is not complete: it is marked below."
              other="# questions are not complete: they are marked below."
            />
          )}
        </Alert>
      )}
    </>
  );
}

/** What is changed here, and what the server makes of it. */
function useEditing(questionnaire: Questionnaire) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(questionnaire.draft);
  const [busy, setBusy] = useState(false);
  const isChanged = draft !== questionnaire.draft;
  const { id, archivedAt } = questionnaire;
  const act = async (run: () => Promise<Questionnaire>, told: string) => {
    setBusy(true);
    try {
      const answer = await run();
      client.setQueryData(questionnaireQuery(id).queryKey, answer);
      setDraft(answer.draft);
      await refresh(client, 'listQuestionnaires');
      toast(told);
    } catch (refusal) {
      problemToast(refusal);
    } finally {
      setBusy(false);
    }
  };
  const keepDraft = () => call('changeQuestionnaire', { params: { id }, body: draft });
  const publishDraft = async () => {
    if (isChanged) await keepDraft();
    return call('publishQuestionnaire', { params: { id } });
  };
  const putAway = () => call('archiveQuestionnaire', { params: { id }, body: { archived: archivedAt === null } });
  return {
    draft,
    setDraft,
    isChanged,
    busy,
    keep: () => void act(keepDraft, t`Draft kept.`),
    publish: () => void act(publishDraft, t`Published. From now on it is asked with this version.`),
    archive: () =>
      void act(putAway, archivedAt === null ? t`Put away.` : t({ message: 'Taken back.', context: 'questionnaire' })),
  };
}
