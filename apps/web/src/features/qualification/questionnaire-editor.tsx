import { Alert, Anchor, Button, Group, NumberInput, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { dimensionWords } from './qualification-words.ts';
import { questionnaireQuery, type Item, type Questionnaire } from './qualification.queries.ts';

const route = getRouteApi('/console/settings/questionnaires/$questionnaireId');

/** The draft of a questionnaire: words in both languages, weights, what is left out; and its publication. */
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
  const change = (place: number, item: Item | null) =>
    setDraft({ ...draft, items: draft.items.flatMap((old, at) => (at === place ? (item === null ? [] : [item]) : [old])) });
  return (
    <>
      <Group justify="space-between">
        <Title order={2}>{draft.name[language]}</Title>
        {mayWrite && (
          <Group gap="xs">
            <Button variant="default" loading={busy} disabled={!isChanged} onClick={keep}>
              <Trans>Keep the draft</Trans>
            </Button>
            <Button loading={busy} disabled={!isChanged && !questionnaire.draftChanged} onClick={publish}>
              <Trans>Publish</Trans>
            </Button>
          </Group>
        )}
      </Group>
      <Standing questionnaire={questionnaire} />
      {(['en', 'fr'] as const).map((lang) => (
        <TextInput
          key={lang}
          label={lang === 'en' ? t`Name in English` : t`Name in French`}
          readOnly={!mayWrite}
          value={draft.name[lang]}
          onChange={(event) => setDraft({ ...draft, name: { ...draft.name, [lang]: event.currentTarget.value } })}
        />
      ))}
      {draft.items.map((item, place) => (
        <ItemCard key={item.key} item={item} mayWrite={mayWrite} onChange={(changed) => change(place, changed)} />
      ))}
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
    </>
  );
}

function Standing({ questionnaire: { published, problems, versions } }: { questionnaire: Questionnaire }) {
  const { t } = useLingui();
  return (
    <>
      <Text c="dimmed">
        {published === null ? t`Not published yet.` : t`Version ${published.version}, ${published.items} questions.`}{' '}
        {versions.length > 1 && t`Earlier versions: ${versions.length - 1}.`}
      </Text>
      {problems.length > 0 && (
        <Alert color="red" variant="outline" title={t`It cannot be published yet`}>
          {problems.map(({ path, rule }) => `${path}: ${rule}`).join(' · ')}
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

interface ItemCardProps {
  readonly item: Item;
  readonly mayWrite: boolean;
  /** null: left out. */
  readonly onChange: (item: Item | null) => void;
}

function ItemCard({ item, mayWrite, onChange }: ItemCardProps) {
  const { t } = useLingui();
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t(dimensionWords[item.dimension])} · {item.key}
          </Text>
          {mayWrite && (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)} aria-label={t`Leave out ${item.key}`}>
              <Trans>Leave out</Trans>
            </Button>
          )}
        </Group>
        {(['en', 'fr'] as const).map((lang) => (
          <TextInput
            key={lang}
            label={lang === 'en' ? t`In English` : t`In French`}
            readOnly={!mayWrite}
            value={item.text[lang]}
            onChange={(event) => onChange({ ...item, text: { ...item.text, [lang]: event.currentTarget.value } })}
          />
        ))}
        {item.compare === 'none' ? (
          <Text size="sm" c="dimmed">
            <Trans>Shown side by side, not scored.</Trans>
          </Text>
        ) : (
          <NumberInput
            label={t`Weight`}
            min={0}
            max={10}
            maw={120}
            readOnly={!mayWrite}
            value={item.weight}
            onChange={(weight) => typeof weight === 'number' && onChange({ ...item, weight })}
          />
        )}
      </Stack>
    </Paper>
  );
}
