import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ContestLink } from '../../ui/contest-link.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { WhyLink } from '../../ui/why-link.tsx';
import { ContributionDetails } from './contribution-details.tsx';
import { contributionQuery, type Contribution } from './contribution.queries.ts';
import { kindWords, stateTones, stateWords } from './contribution-words.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

/** One contribution: what was declared, what the company said, what speaks against it; and the way to take it back. */
export function ContributionDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(contributionQuery(id));
  return (
    <SideDrawer title={data === undefined ? t`Declared` : t(kindWords[data.kind])} onClose={onClose} size="md">
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={200} />}
      {data !== undefined && (
        <Stack gap="md">
          <Status tone={stateTones[data.state]}>{t(stateWords[data.state])}</Status>
          {data.reason !== null && <Text>{data.reason}</Text>}
          {data.conflicts.map(({ code, text }) => (
            <Alert key={code} color="yellow" variant="outline" title={text} />
          ))}
          <ContributionDetails contribution={data} />
          {data.state === 'refused' && <ContestLink id={data.id} />}
          {data.factId !== null && (
            <WhyLink factId={data.factId}>
              <Trans>The fact that counts since it was confirmed</Trans>
            </WhyLink>
          )}
          {(data.state === 'waiting' || data.state === 'confirmed') && <Withdraw contribution={data} />}
        </Stack>
      )}
    </SideDrawer>
  );
}

function Withdraw({ contribution }: { contribution: Contribution }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const withdraw = async () => {
    await call('withdrawContribution', { params: { id: contribution.id }, body: {} });
    await refresh(client, 'listContributions', 'getContribution');
    toast(t`It is withdrawn.`);
  };
  return (
    <>
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAsking(true)}>
        <Trans>Withdraw</Trans>
      </Button>
      <Suspense>
        {asking && (
          <Confirm title={t`Withdraw it?`} verb={t`Withdraw`} dangerous onConfirm={withdraw} onClose={() => setAsking(false)}>
            <Trans>It counts no more for what happens from now on. What was earned stays.</Trans>
          </Confirm>
        )}
      </Suspense>
    </>
  );
}
