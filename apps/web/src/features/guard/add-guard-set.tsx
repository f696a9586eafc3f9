import { Anchor, Button, FileButton, Grid, Group, List, Skeleton, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { asProblem } from '../../lib/api/problem.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { exampleSet } from './example-set.ts';
import { Findings } from './findings.tsx';
import { tryQuery, wholeSetQuery, type Answers, type Question, type SetDocument } from './guard.queries.ts';
import { NotAdvice } from './not-advice.tsx';
import { QuestionField } from './question-field.tsx';

const route = getRouteApi('/console/law');

/** A set of another country or one's own reading, written as data and tried before it is added. */
export function AddGuardSet() {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const parsed = useParsed(text);
  const add = async () => {
    if (parsed === null) return;
    setBusy(true);
    try {
      const { id } = await call('addGuardSet', { body: { name, document: parsed } });
      await refresh(client, 'listGuardSets');
      toast(t`The set is added.`);
      await navigate({ search: { sets: id ?? 'french' } as never });
    } catch (refusal) {
      problemToast(refusal);
      setBusy(false);
    }
  };
  return (
    <Stack gap="md">
      <Anchor component={Link} to="/console/law" search={{ sets: 'all' } as never} size="sm">
        <Trans>Sets of rules</Trans>
      </Anchor>
      <PageHeader title={t`Add a set of rules`}>
        <Trans>Paste it, open a file, or begin from one that is there; try it on a case; then add it. It never changes.</Trans>
      </PageHeader>
      <NotAdvice />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="md">
            <Written name={name} onName={setName} text={text} onText={setText} isJson={parsed !== null} />
            <Group>
              <Button loading={busy} disabled={parsed === null || name.trim() === ''} onClick={() => void add()}>
                <Trans>Add the set</Trans>
              </Button>
            </Group>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          {parsed === null ? (
            <Text c="dimmed">
              <Trans>What the set says of a case is shown here.</Trans>
            </Text>
          ) : (
            <Trial key={JSON.stringify(parsed)} document={parsed} />
          )}
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

interface WrittenProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly isJson: boolean;
}

function Written({ name, onName, text, onText, isJson }: WrittenProps) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`Name`}
        placeholder={t`Belgian law`}
        maxLength={120}
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <Beginnings onText={onText} />
      <Textarea
        label={t`The set, as JSON`}
        autosize
        minRows={16}
        maxRows={40}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 'var(--mantine-font-size-xs)' } }}
        error={text.trim() !== '' && !isJson ? t`This is not JSON: a comma or a bracket is amiss.` : null}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </>
  );
}

/** The text as a document, a moment after the last change; what is wrong within it, the server says. */
function useParsed(text: string): SetDocument | null {
  const [settled] = useDebouncedValue(text, 400);
  try {
    const value: unknown = JSON.parse(settled);
    return typeof value === 'object' && value !== null ? (value as SetDocument) : null;
  } catch {
    return null;
  }
}

function Beginnings({ onText }: { onText: (text: string) => void }) {
  const french = useQuery({ ...wholeSetQuery(null), enabled: false });
  const show = (document: SetDocument) => onText(JSON.stringify(document, null, 2));
  const fromFrench = async () => {
    const { data, error } = await french.refetch();
    if (data !== undefined) show(data.document);
    else problemToast(error);
  };
  return (
    <Group gap="xs">
      <Button variant="default" size="xs" onClick={() => show(exampleSet)}>
        <Trans>An example</Trans>
      </Button>
      <Button variant="default" size="xs" loading={french.isFetching} onClick={() => void fromFrench()}>
        <Trans>French law, to change it</Trans>
      </Button>
      <FileButton accept="application/json,.json" onChange={(file) => void file?.text().then(onText)}>
        {(props) => (
          <Button variant="default" size="xs" {...props}>
            <Trans>Open a file</Trans>
          </Button>
        )}
      </FileButton>
    </Group>
  );
}

/** The set put to a case as one answers: what is wrong with it, else its findings. */
function Trial({ document }: { document: SetDocument }) {
  const language = useLanguage();
  const [answers, setAnswers] = useState<Answers>({});
  const check = useQuery(tryQuery(document, answers));
  if (check.error !== null) return <Faults error={check.error} />;
  if (check.data === undefined) return <Skeleton h={200} />;
  const answer = (key: string, value: Answers[string] | null) => {
    setAnswers((before) => {
      const { [key]: _, ...rest } = before;
      return value === null ? rest : { ...rest, [key]: value };
    });
  };
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        <Trans>Try it on a case</Trans>
      </Title>
      {document.questions.map((question) => (
        <QuestionField
          key={question.key}
          question={asked(question, language)}
          currency={document.currency}
          value={answers[question.key] ?? null}
          onChange={(value) => answer(question.key, value)}
        />
      ))}
      <Findings check={check.data} />
    </Stack>
  );
}

function asked({ key, kind, text, help, choices = [] }: SetDocument['questions'][number], language: 'en' | 'fr'): Question {
  return {
    key,
    kind,
    text: text[language],
    help: help?.[language] ?? null,
    choices: choices.map((choice) => ({ key: choice.key, label: choice.label[language] })),
    asksFor: [],
  };
}

function Faults({ error }: { error: unknown }) {
  const { fields } = asProblem(error);
  if (fields.length === 0) return <ProblemNotice error={error} />;
  return (
    <Stack gap="xs" role="alert">
      <Title order={2} size="h3">
        <Trans>It cannot be used yet</Trans>
      </Title>
      <List size="sm">
        {fields.map(({ path, message }) => (
          <List.Item key={`${path} ${message}`}>
            <code>{path.replace(/^document\.?/, '')}</code> {message}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
