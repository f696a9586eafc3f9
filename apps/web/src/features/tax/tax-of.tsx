import { Button, Paper, Skeleton, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { DecisionCard } from './decision-card.tsx';
import { DetailsCard } from './details-card.tsx';
import { DetailsHistory } from './details-history.tsx';
import { KeptDecisions } from './kept-decisions.tsx';
import { type Details, partnerTaxQuery } from './tax.queries.ts';
import { VatCard } from './vat-card.tsx';

const DetailsForm = lazy(async () => ({ default: (await import('./details-form.tsx')).DetailsForm }));

interface TaxOfProps {
  readonly partnerId: string;
  readonly mayEnter: boolean;
  /** A partner of itself: proposes, and is shown nothing of how the company checks. */
  readonly isOwn: boolean;
  /** What is said when nothing was entered. */
  readonly empty: string;
}

/** Who one partner is for tax today, what follows, and all that was entered. */
export function TaxOf({ partnerId, mayEnter, isOwn, empty }: TaxOfProps) {
  const { t } = useLingui();
  const { data: tax, error, refetch } = useQuery(partnerTaxQuery(partnerId));
  const [entering, setEntering] = useState(false);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (tax === undefined) return <Skeleton h={260} />;
  const { details, proposed, on } = tax;
  const isEmpty = details === null && proposed === null;
  const enter = mayEnter && (
    <Button onClick={() => setEntering(true)} style={{ alignSelf: isEmpty ? 'center' : 'start' }}>
      {isOwn ? t`Propose tax details` : t`Enter tax details`}
    </Button>
  );
  return (
    <Stack>
      {isEmpty ? (
        <EmptyState title={empty} action={enter}>
          <Trans>Commissions accrue all the same; a document needs to know who it is for.</Trans>
        </EmptyState>
      ) : (
        enter
      )}
      {proposed !== null && (
        <Paper component="section" withBorder p="md">
          <Title order={2} fz="lg" mb="xs">
            <Trans>Waits for an answer</Trans>
          </Title>
          <DetailsCard details={proposed} />
        </Paper>
      )}
      {details !== null && (
        <Paper component="section" withBorder p="md">
          <Title order={2} fz="lg" mb="xs">
            <Trans>In force today</Trans>
          </Title>
          <DetailsCard details={details} />
        </Paper>
      )}
      {!(isOwn && isEmpty) && <DecisionCard tax={tax} />}
      {!isOwn && details !== null && hasNumbers(details.kind) && <VatCard tax={tax} />}
      <DetailsHistory partnerId={partnerId} shown={[proposed?.id, details?.id].filter((id) => id !== undefined)} />
      {!isOwn && details !== null && <KeptDecisions partnerId={partnerId} today={on} />}
      <Suspense>
        {entering && (
          <DetailsForm
            partnerId={partnerId}
            known={proposed ?? details}
            today={on}
            proposes={isOwn}
            onClose={() => setEntering(false)}
          />
        )}
      </Suspense>
    </Stack>
  );
}

/** People have no VAT number, and are no business to vouch for. */
function hasNumbers(kind: Details['kind']): boolean {
  return kind !== 'private_person' && kind !== 'employee_of_third_party';
}
