import { Alert, Button, Grid, Group, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Findings } from './findings.tsx';
import { checkQuery, guardsQuery, setsQuery, type Answers, type Check, type Question } from './guard.queries.ts';
import { QuestionField } from './question-field.tsx';

/** A wizard: each answer is put to the rules at once, and brings the questions that matter next. */
export function GuardsScreen() {
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const set = useUsualSet(chosen);
  const [answers, setAnswers] = useState<Answers>({});
  const [asked] = useDebouncedValue(answers, 250);
  const catalogue = useQuery(guardsQuery(set));
  const check = useQuery(checkQuery(set, asked));
  const start = (next: string | null) => {
    setChosen(next);
    setAnswers({});
  };
  const answer = (key: string, value: Answers[string] | null) => {
    setAnswers((before) => {
      const { [key]: _, ...rest } = before;
      return value === null ? rest : { ...rest, [key]: value };
    });
  };
  const error = catalogue.error ?? check.error;
  const shown = questionsShown(catalogue.data?.questions, check.data, answers);
  return (
    <>
      <Head {...(Object.keys(answers).length > 0 ? { onAgain: () => start(set) } : {})} />
      <Stack gap="md">
        {error !== null && (
          <ProblemNotice error={error} onRetry={() => void Promise.all([catalogue.refetch(), check.refetch()])} />
        )}
        {catalogue.data !== undefined && (
          <Alert variant="light" color="gray" role="note">
            {catalogue.data.notice}
          </Alert>
        )}
        <Foreign set={set} />
        {check.data !== undefined && check.data.warning !== null && (
          <Alert color="red" variant="outline">
            {check.data.warning}
          </Alert>
        )}
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="md">
              <SetChoice value={set} onChange={start} />
              {catalogue.data === undefined && error === null && <Skeleton h={320} />}
              {shown.map((question) => (
                <QuestionField
                  key={question.key}
                  question={question}
                  currency={catalogue.data?.currency ?? 'EUR'}
                  value={answers[question.key] ?? null}
                  onChange={(value) => answer(question.key, value)}
                />
              ))}
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }}>
            {check.data === undefined ? <Skeleton h={320} /> : <Findings check={check.data} />}
          </Grid.Col>
        </Grid>
        <Passing />
      </Stack>
    </>
  );
}

function Head({ onAgain }: { onAgain?: () => void }) {
  const { t } = useLingui();
  return (
    <PageHeader
      title={t`What the law asks`}
      actions={
        <Group gap="xs">
          <Button component={Link} to="/console/law" search={{ sets: 'all' } as never} variant="default">
            <Trans>Sets of rules</Trans>
          </Button>
          {onAgain !== undefined && (
            <Button variant="default" onClick={onAgain}>
              <Trans>Begin again</Trans>
            </Button>
          )}
        </Group>
      }
    >
      <Trans>
        Answer what you know. Each rule says what follows, why, and where it is written; what you leave out stays unknown.
      </Trans>
    </PageHeader>
  );
}

/** The first question, what was answered, and what a rule that may concern the case still asks. */
function questionsShown(questions: readonly Question[] = [], check: Check | undefined, answers: Answers): Question[] {
  const missing = new Set(check?.findings.flatMap((finding) => finding.missing.map(({ key }) => key)));
  const dated = new Set(check?.findings.filter(({ state }) => state !== 'not_concerned').map(({ code }) => code));
  return questions.filter(({ key, kind, asksFor }, index) => {
    if (index === 0 || Object.hasOwn(answers, key) || missing.has(key)) return true;
    // A day a rule only computes with is missing from no verdict.
    return kind === 'date' && Object.keys(answers).length > 0 && asksFor.some((code) => dated.has(code));
  });
}

function SetChoice({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useLingui();
  const { data } = useQuery(setsQuery);
  if (data === undefined || data.items.length < 2) return null;
  return (
    <Select
      label={t`Rules`}
      allowDeselect={false}
      data={data.items.map(({ id, name, country }) => ({ value: id ?? 'own', label: `${name} (${country})` }))}
      value={value ?? 'own'}
      onChange={(id) => onChange(id === 'own' ? null : id)}
    />
  );
}

/** What was chosen; before that a set of the company's own country, if there is one, else ours. */
function useUsualSet(chosen: string | null | undefined): string | null {
  const { data } = useQuery(setsQuery);
  if (chosen !== undefined) return chosen;
  return data?.items.find(({ isOfCompany }) => isOfCompany)?.id ?? null;
}

/** That the rules are those of another country than the company's. */
function Foreign({ set }: { set: string | null }) {
  const { t } = useLingui();
  const { data } = useQuery(setsQuery);
  const chosen = data?.items.find(({ id }) => id === set);
  if (chosen === undefined || chosen.isOfCompany) return null;
  return (
    <Alert color="red" variant="outline" title={t`These are rules of another country`}>
      <Trans>
        {chosen.name} is not the law of the country your company is in. Choose or add a set for it, unless the contract says that
        this law holds.
      </Trans>
    </Alert>
  );
}

function Passing() {
  return (
    <Text size="sm" c="dimmed">
      <Trans>Nothing of this is kept: it is gone when you leave.</Trans>
    </Text>
  );
}
