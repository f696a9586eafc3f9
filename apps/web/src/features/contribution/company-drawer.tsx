import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { PartnerName } from '../../ui/partner-name.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Status } from '../../ui/status.tsx';
import { Percent } from '../../ui/values.tsx';
import { Conflicts } from './conflicts.tsx';
import { ContributionDetails } from './contribution-details.tsx';
import { ContributionHistory } from './contribution-history.tsx';
import { companyStateWords, kindWords, stateTones } from './contribution-words.ts';
import { contributionQuery, programsQuery, type Contribution } from './contribution.queries.ts';
import { mayDecide, type Ask } from './may-decide.ts';

interface CompanyDrawerProps {
  readonly id: string;
  readonly onAsk: Ask;
  readonly onClose: () => void;
}

/** One contribution as the company sees it: whom it may credit, what was declared, what speaks against it, and what can be decided. */
export function CompanyDrawer({ id, onAsk, onClose }: CompanyDrawerProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(contributionQuery(id));
  return (
    <SideDrawer title={data === undefined ? t`Contribution` : t(kindWords[data.kind])} onClose={onClose} size="md">
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={200} />}
      {data !== undefined && (
        <Stack gap="md">
          <Status tone={stateTones[data.state]}>{t(companyStateWords[data.state])}</Status>
          {data.reason !== null && (
            <Alert color="gray" variant="outline" title={t`Reason`}>
              {data.reason}
            </Alert>
          )}
          <Conflicts conflicts={data.conflicts} />
          <Parties contribution={data} />
          <ContributionDetails contribution={data} />
          <ContributionHistory contribution={data} />
          {mayDecide() && <Decisions contribution={data} onAsk={onAsk} />}
        </Stack>
      )}
    </SideDrawer>
  );
}

function Parties({ contribution: { kind, parties, programId } }: { contribution: Contribution }) {
  const { t } = useLingui();
  const { data: programs } = useQuery(programsQuery);
  const program = programs?.items.find(({ id }) => id === programId)?.name;
  return (
    <section aria-label={t`Whom it credits`}>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {parties.map(({ enrollmentId, partnerId, share }) => (
          <li key={enrollmentId} style={{ minHeight: 26 }}>
            <PartnerName id={partnerId} />
            {kind === 'agreement' && (
              <>
                {' '}
                <Percent rate={share} />
              </>
            )}
          </li>
        ))}
      </ul>
      {program !== undefined && (
        <Text size="sm" c="dimmed">
          {program}
        </Text>
      )}
    </section>
  );
}

function Decisions({ contribution, onAsk }: { contribution: Contribution; onAsk: Ask }) {
  const { state } = contribution;
  if (state !== 'waiting' && state !== 'confirmed') return null;
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        <Trans>Decide</Trans>
      </Title>
      <Group gap="xs">
        {state === 'waiting' && (
          <>
            <Button onClick={() => onAsk('confirm', contribution)}>
              <Trans>Confirm</Trans>
            </Button>
            <Button variant="default" onClick={() => onAsk('refuse', contribution)}>
              <Trans>Refuse</Trans>
            </Button>
          </>
        )}
        <Button variant="subtle" color="gray" onClick={() => onAsk('withdraw', contribution)}>
          <Trans>Withdraw</Trans>
        </Button>
      </Group>
    </section>
  );
}
