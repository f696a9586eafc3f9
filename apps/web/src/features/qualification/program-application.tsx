import {
  Alert,
  Button,
  Checkbox,
  Group,
  Paper,
  Select,
  Skeleton,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { call, type InputOf } from '../../lib/api/call.ts';
import { Problem } from '../../lib/api/problem.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { Figure, Figures } from '../../ui/figures.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { partnerKindWords, partnerKinds } from './partner-kind-words.ts';
import { formQuery, type ApplicationForm } from './qualification.queries.ts';

const route = getRouteApi('/console/programs/$programId/application');
type Document = InputOf<'setApplicationForm'>['body']['document'];
type Question = Document['questions'][number];

/** A tab of a program: the form by which somebody applies, and how many came how far. */
export function ProgramApplication() {
  const { programId } = route.useParams();
  const { data, error, refetch } = useQuery(formQuery(programId));
  return (
    <Stack gap="xl" maw={860}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && data.form !== null && <Funnel form={data.form} />}
      {data !== undefined && <FormEditor programId={programId} form={data.form} />}
    </Stack>
  );
}

function Funnel({ form: { funnel, url, open } }: { form: ApplicationForm }) {
  const { t } = useLingui();
  return (
    <>
      {open ? (
        <CopyField label={t`Address of the form`} value={url} />
      ) : (
        <Text>
          <Trans>The form is closed: nobody can apply.</Trans>
        </Text>
      )}
      <Figures label={t`The last ninety days`}>
        <Figure label={t`Seen`}>{funnel.seen}</Figure>
        <Figure label={t({ message: 'Begun', context: 'qualification' })}>{funnel.begun}</Figure>
        <Figure label={t`Sent`}>{funnel.sent}</Figure>
        <Figure label={t({ message: 'Confirmed', context: 'qualification' })}>{funnel.confirmed}</Figure>
        <Figure label={t({ message: 'Accepted', context: 'qualification' })}>{funnel.accepted}</Figure>
        <Figure label={t({ message: 'Refused', context: 'qualification' })}>{funnel.refused}</Figure>
      </Figures>
    </>
  );
}

const blank: Document = {
  title: { en: 'Become a partner', fr: 'Devenez partenaire' },
  intro: { en: '', fr: '' },
  kind: 'affiliate',
  questions: [],
};

function FormEditor({ programId, form }: { programId: string; form: ApplicationForm | null }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(form?.open ?? true);
  const [document, setDocument] = useState<Document>(form?.document ?? blank);
  const mayWrite = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const { keep, busy, problem } = useKeeping(programId);
  const set = (place: number, question: Question | null) =>
    setDocument({
      ...document,
      questions: document.questions.flatMap((old, at) => (at === place ? (question === null ? [] : [question]) : [old])),
    });
  const add = () => {
    const numbers = document.questions.map(({ key }) => Number(key.replace('question_', ''))).filter(Number.isFinite);
    const key = `question_${Math.max(0, ...numbers) + 1}`;
    const question: Question = { key, text: { en: '', fr: '' }, form: { kind: 'text' }, required: false };
    setDocument({ ...document, questions: [...document.questions, question] });
  };
  return (
    <Stack gap="md">
      <Title order={2}>
        <Trans>Application form</Trans>
      </Title>
      <Text c="dimmed">
        <Trans>Name, contact and address are always asked. The applicant confirms by mail before you see the application.</Trans>
      </Text>
      <Heading {...{ open, setOpen, document, setDocument, mayWrite }} />
      {document.questions.map((question, place) => (
        <QuestionCard key={question.key} question={question} mayWrite={mayWrite} onChange={(changed) => set(place, changed)} />
      ))}
      {problem instanceof Problem && (
        <Alert color="red" variant="outline" role="alert" title={t`Write each text in both languages.`}>
          {problem.fields.map(({ message }) => message).join(' ')}
        </Alert>
      )}
      {mayWrite && (
        <Group>
          <Button variant="default" disabled={document.questions.length >= 40} onClick={add}>
            <Trans>Add a question</Trans>
          </Button>
          <Button loading={busy} onClick={() => void keep({ open, document })}>
            <Trans>Keep the form</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Keeps the form; what is wrong stays beside it. */
function useKeeping(programId: string) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const keep = async (body: InputOf<'setApplicationForm'>['body']) => {
    setBusy(true);
    setProblem(null);
    try {
      client.setQueryData(formQuery(programId).queryKey, await call('setApplicationForm', { params: { id: programId }, body }));
      toast(t`The form is kept.`);
    } catch (refusal) {
      if (refusal instanceof Problem && refusal.fields.length > 0) setProblem(refusal);
      else problemToast(refusal);
    } finally {
      setBusy(false);
    }
  };
  return { keep, busy, problem };
}

interface HeadingProps {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly document: Document;
  readonly setDocument: (document: Document) => void;
  readonly mayWrite: boolean;
}

/** Whether it is open, whom it makes, and its words in both languages. */
function Heading({ open, setOpen, document, setDocument, mayWrite }: HeadingProps) {
  const { t } = useLingui();
  return (
    <>
      <Switch
        label={t`Open: everybody with the address can apply`}
        checked={open}
        disabled={!mayWrite}
        onChange={(event) => setOpen(event.currentTarget.checked)}
      />
      <Select
        label={t`Whoever is accepted becomes`}
        allowDeselect={false}
        maw={320}
        disabled={!mayWrite}
        data={partnerKinds.map((value) => ({ value, label: t(partnerKindWords[value]) }))}
        value={document.kind}
        onChange={(kind) => kind !== null && setDocument({ ...document, kind })}
      />
      {(['en', 'fr'] as const).map((lang) => (
        <Group key={lang} grow align="start">
          <TextInput
            label={lang === 'en' ? t`Title in English` : t`Title in French`}
            readOnly={!mayWrite}
            value={document.title[lang]}
            onChange={(event) => setDocument({ ...document, title: { ...document.title, [lang]: event.currentTarget.value } })}
          />
          <Textarea
            label={lang === 'en' ? t`Introduction in English` : t`Introduction in French`}
            autosize
            readOnly={!mayWrite}
            value={document.intro[lang]}
            onChange={(event) => setDocument({ ...document, intro: { ...document.intro, [lang]: event.currentTarget.value } })}
          />
        </Group>
      ))}
    </>
  );
}

interface QuestionCardProps {
  readonly question: Question;
  readonly mayWrite: boolean;
  readonly onChange: (question: Question | null) => void;
}

function QuestionCard({ question, mayWrite, onChange }: QuestionCardProps) {
  const { t } = useLingui();
  const forms = [
    { value: 'text', label: t`Text` },
    { value: 'yes_no', label: t`Yes or no` },
    { value: 'scale', label: t`Scale from 1 to 5` },
  ];
  const scale = {
    kind: 'scale',
    low: { en: 'Not at all', fr: 'Pas du tout' },
    high: { en: 'Entirely', fr: 'Tout à fait' },
  } as const;
  const turn = (kind: string | null) => {
    if (kind === 'text' || kind === 'yes_no') onChange({ ...question, form: { kind } });
    else if (kind === 'scale') onChange({ ...question, form: scale });
  };
  const isKnown = forms.some(({ value }) => value === question.form.kind);
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        {(['en', 'fr'] as const).map((lang) => (
          <TextInput
            key={lang}
            label={lang === 'en' ? t`Question in English` : t`Question in French`}
            readOnly={!mayWrite}
            value={question.text[lang]}
            onChange={(event) => onChange({ ...question, text: { ...question.text, [lang]: event.currentTarget.value } })}
          />
        ))}
        <Group align="end">
          {isKnown && (
            <Select
              label={t`Answered by`}
              allowDeselect={false}
              disabled={!mayWrite}
              data={forms}
              value={question.form.kind}
              onChange={turn}
            />
          )}
          <Checkbox
            label={t`Must be answered`}
            disabled={!mayWrite}
            checked={question.required}
            onChange={(event) => onChange({ ...question, required: event.currentTarget.checked })}
          />
          {mayWrite && (
            <Button variant="subtle" onClick={() => onChange(null)}>
              <Trans>Remove</Trans>
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
