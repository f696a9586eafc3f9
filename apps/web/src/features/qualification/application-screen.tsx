import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { answerWords } from '@cordee/core/qualification';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { ConflictList } from './conflict-list.tsx';
import { DecideApplication } from './decide-application.tsx';
import { applicationTones, applicationWords } from './qualification-words.ts';
import { applicationQuery } from './qualification.queries.ts';

type Detail = AnswerOf<'getApplication'>;
const route = getRouteApi('/console/applications/$applicationId');

/** An application: who applies, what was answered, whom it has something in common with, and the answer. */
export function ApplicationScreen() {
  const { t } = useLingui();
  const { applicationId } = route.useParams();
  const { data, error, refetch } = useQuery(applicationQuery(applicationId));
  const [deciding, setDeciding] = useState(false);
  const mayDecide =
    ['owner', 'manager'].includes(chosenMembership()?.role ?? '') && (data?.state === 'waiting' || data?.state === 'asked');
  return (
    <>
      <PageHeader
        title={data?.name ?? t`Application`}
        above={
          <Anchor component={Link} to="/console/applications" size="sm">
            <Trans>All applications</Trans>
          </Anchor>
        }
        actions={
          mayDecide && (
            <Button onClick={() => setDeciding(true)}>
              <Trans context="qualification">Answer</Trans>
            </Button>
          )
        }
      >
        {data !== undefined && (
          <Group gap="md">
            <Status tone={applicationTones[data.state]}>{t(applicationWords[data.state])}</Status>
            <span>{data.programName}</span>
          </Group>
        )}
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && <Body detail={data} />}
      {deciding && data !== undefined && <DecideApplication detail={data} onClose={() => setDeciding(false)} />}
    </>
  );
}

function Body({ detail }: { detail: Detail }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { contact, email, website, registrationNumber, vatNumber, address, ties, reason, partnerId, twins, conflicts } = detail;
  const facts: [string, string | null][] = [
    [t`Contact`, contact],
    [t`E-mail`, email],
    [t`Website`, website],
    [t`Address`, address],
    [t`Registration number`, registrationNumber],
    [t`VAT number`, vatNumber],
    [t`Declared ties`, ties],
  ];
  const answers = detail.document.questions.map(({ key, text, form }): [string, string] => [
    text[language],
    answerWords({ form }, detail.answers[key] ?? null)[language],
  ]);
  return (
    <Stack gap="xl" maw={760}>
      {reason !== null && (
        <Alert variant="outline" title={t`What the applicant was told`}>
          {reason}
        </Alert>
      )}
      {partnerId !== null && (
        <Anchor component={Link} to="/console/partners/$partnerId" params={{ partnerId } as never}>
          <Trans>Open the partner</Trans>
        </Anchor>
      )}
      <DescriptionList width={180} lines={facts} />
      {answers.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2}>
            <Trans>Answers</Trans>
          </Title>
          <DescriptionList width={260} lines={answers} />
        </Stack>
      )}
      <Stack gap="xs" component="section">
        <Title order={2}>
          <Trans>Conflicts and duplicates</Trans>
        </Title>
        <ConflictList conflicts={conflicts} />
        {twins.map((twin) => (
          <Text key={twin.id}>
            <Trans>Another application:</Trans>{' '}
            <Anchor component={Link} to="/console/applications/$applicationId" params={{ applicationId: twin.id } as never}>
              {twin.name}
            </Anchor>{' '}
            ({t(applicationWords[twin.state])})
          </Text>
        ))}
      </Stack>
    </Stack>
  );
}
