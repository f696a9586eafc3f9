import { Anchor, Button, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useActions } from '../../lib/actions.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { ClaimDetails } from './claim-details.tsx';
import { ClaimHistory } from './claim-history.tsx';
import { claimQuery, type ClaimDetail } from './claim.queries.ts';
import { companyStateWords, stateTones } from './claim-words.ts';
import { SayForm } from './say-form.tsx';

const AcceptClaim = lazy(async () => ({ default: (await import('./accept-claim.tsx')).AcceptClaim }));
const RefuseClaim = lazy(async () => ({ default: (await import('./refuse-claim.tsx')).RefuseClaim }));
const route = getRouteApi('/console/claims/$claimId');

type Step = 'accept' | 'settle' | 'refuse';

/** A claim as the company answers it: what is contested, everything that was written, and the decision. */
export function ClaimScreen() {
  const { t } = useLingui();
  const { claimId } = route.useParams();
  const { data, error, refetch } = useQuery(claimQuery(claimId));
  const [step, setStep] = useState<Step | null>(null);
  const steps = useSteps(data, setStep);
  const close = () => setStep(null);
  const mayWrite = mayAnswer() && (data?.state === 'open' || data?.state === 'asked');
  return (
    <>
      <PageHeader
        title={data === undefined ? t`Claim` : t`Claim of ${data.partnerName}`}
        above={
          <Anchor component={Link} to="/console/claims" size="sm">
            <Trans>All claims</Trans>
          </Anchor>
        }
        actions={steps.map(({ id, label, run }) => (
          <Button key={id} variant={id === 'refuse' ? 'default' : 'filled'} onClick={run}>
            {label}
          </Button>
        ))}
      >
        {data !== undefined && <Standing claim={data} />}
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && (
        <Stack gap="lg" maw={760}>
          <ClaimDetails claim={data} />
          <ClaimHistory entries={data.entries} />
          {mayWrite && <SayForm claim={data} asCompany />}
          <Suspense>
            {(step === 'accept' || step === 'settle') && <AcceptClaim claim={data} isLate={step === 'settle'} onClose={close} />}
            {step === 'refuse' && <RefuseClaim claim={data} onClose={close} />}
          </Suspense>
        </Stack>
      )}
    </>
  );
}

function Standing({ claim: { state, overdue, partnerId } }: { claim: ClaimDetail }) {
  const { t } = useLingui();
  return (
    <span style={{ display: 'inline-flex', gap: 16 }}>
      <Status tone={overdue ? 'bad' : stateTones[state]}>{t(companyStateWords[overdue ? 'overdue' : state])}</Status>
      <PartnerName id={partnerId} />
    </span>
  );
}

function mayAnswer(): boolean {
  return ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
}

/** What can be decided as the claim stands, as buttons and by key. */
function useSteps(claim: ClaimDetail | undefined, take: (step: Step) => void) {
  const { t } = useLingui();
  const steps = useMemo(() => {
    if (claim === undefined || !mayAnswer()) return [];
    const { state, overdue, terms, settlement } = claim;
    if (settlement !== null && settlement.by === null) {
      return [{ id: 'settle', label: t`Put right`, keys: 'a', run: () => take('settle') }];
    }
    if (state !== 'open' && state !== 'asked') return [];
    const accept = { id: 'accept', label: t`Accept`, keys: 'a', run: () => take('accept') };
    // Once silence has accepted it, nothing else is left to say.
    if (overdue && terms.automatic) return [accept];
    return [accept, { id: 'refuse', label: t`Refuse`, keys: 'r', run: () => take('refuse') }];
  }, [claim, take, t]);
  useActions(steps);
  return steps;
}
