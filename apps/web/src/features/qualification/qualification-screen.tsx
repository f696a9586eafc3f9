import { Anchor, Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { ConflictList } from './conflict-list.tsx';
import { QualificationBody } from './qualification-body.tsx';
import { QualificationStanding } from './qualification-standing.tsx';
import { conflictsQuery, qualificationQuery } from './qualification.queries.ts';

const Decide = lazy(async () => ({ default: (await import('./decide.tsx')).DecideQualification }));
const Withdraw = lazy(async () => ({ default: (await import('./withdraw.tsx')).WithdrawQualification }));
const route = getRouteApi('/console/qualifications/$qualificationId');

/** A qualification as the company answers, reads and decides it. */
export function QualificationScreen() {
  const { t } = useLingui();
  const language = useLanguage();
  const { qualificationId } = route.useParams();
  const { data, error, refetch } = useQuery(qualificationQuery(qualificationId));
  const [step, setStep] = useState<'decide' | 'withdraw' | null>(null);
  const mayWrite = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const mayDecide = mayWrite && data?.state === 'revealed' && (data.decision === null || data.decision.kind === 'more_questions');
  const close = () => setStep(null);
  return (
    <>
      <PageHeader
        title={data === undefined ? t`Qualification` : `${data.partnerName} – ${data.name[language]}`}
        above={
          data !== undefined && (
            <Anchor
              size="sm"
              component={Link}
              to="/console/partners/$partnerId/qualifications"
              params={{ partnerId: data.partnerId } as never}
            >
              {data.partnerName}
            </Anchor>
          )
        }
        actions={
          <>
            {mayDecide && (
              <Button onClick={() => setStep('decide')}>
                <Trans>Decide</Trans>
              </Button>
            )}
            {mayWrite && data?.state === 'open' && (
              <Button variant="default" onClick={() => setStep('withdraw')}>
                <Trans context="qualification">Withdraw</Trans>
              </Button>
            )}
          </>
        }
      >
        {data !== undefined && <QualificationStanding qualification={data} />}
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && (
        <Stack gap="xl">
          <QualificationBody detail={data} mayWrite={mayWrite} />
          <Conflicts id={data.id} />
        </Stack>
      )}
      <Suspense>
        {step === 'decide' && <Decide id={qualificationId} onClose={close} />}
        {step === 'withdraw' && <Withdraw id={qualificationId} onClose={close} />}
      </Suspense>
    </>
  );
}

function Conflicts({ id }: { id: string }) {
  const { data } = useQuery(conflictsQuery(id));
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>
        <Trans>Conflicts of interest</Trans>
      </Title>
      <Text c="dimmed" size="sm">
        <Trans>Whom you know that has something in common with this partner. The partner does not see it.</Trans>
      </Text>
      {data === undefined ? <Skeleton h={40} /> : <ConflictList conflicts={data.conflicts} />}
    </Stack>
  );
}
