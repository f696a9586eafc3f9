import { Anchor, Button, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { portalView } from '../../lib/portal-view.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { ClaimDetails } from './claim-details.tsx';
import { ClaimHistory } from './claim-history.tsx';
import { claimQuery, touched, type Claim } from './claim.queries.ts';
import { stateTones, stateWords } from './claim-words.ts';
import { SayForm } from './say-form.tsx';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));
const route = getRouteApi('/portal/claims/$claimId');

/** A claim of the partner: where it stands, everything that was written, and the next word. */
export function PortalClaim() {
  const { t } = useLingui();
  const { claimId } = route.useParams();
  const { data, error, refetch } = useQuery(claimQuery(claimId));
  const isOpen = (data?.state === 'open' || data?.state === 'asked') && portalView() === null;
  return (
    <>
      <PageHeader
        title={t`Claim`}
        above={
          <Anchor component={Link} to="/portal/claims" size="sm">
            <Trans>All claims</Trans>
          </Anchor>
        }
        actions={
          <>
            {isOpen && data !== undefined && <Withdraw claim={data} />}
            {(data?.state === 'refused' || data?.state === 'partly_accepted') && portalView() === null && (
              <Button
                variant="default"
                renderRoot={(props) => <Link to="/portal/disputes" search={{ about: claimId }} {...props} />}
              >
                <Trans>Open a dispute</Trans>
              </Button>
            )}
          </>
        }
      >
        {data !== undefined && <Status tone={stateTones[data.state]}>{t(stateWords[data.state])}</Status>}
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && (
        <Stack gap="lg" maw={760}>
          <ClaimDetails claim={data} />
          <ClaimHistory entries={data.entries} />
          {isOpen && <SayForm claim={data} asCompany={false} />}
        </Stack>
      )}
    </>
  );
}

function Withdraw({ claim }: { claim: Claim }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const withdraw = async () => {
    await call('withdrawClaim', { params: { id: claim.id }, body: {} });
    await refresh(client, ...touched);
    toast(t`It is withdrawn.`);
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>Withdraw</Trans>
      </Button>
      <Suspense>
        {asking && (
          <Confirm
            title={t`Withdraw this claim?`}
            verb={t`Withdraw`}
            dangerous
            onConfirm={withdraw}
            onClose={() => setAsking(false)}
          >
            <Trans>The company no longer has to answer. You can open another one later.</Trans>
          </Confirm>
        )}
      </Suspense>
    </>
  );
}
