import { Alert, Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { contributionQuery, type Contribution } from './contribution.queries.ts';
import { kindWords, natureWords, stateTones, stateWords, unitWords } from './contribution-words.ts';

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
          <Details contribution={data} />
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

function Details({ contribution }: { contribution: Contribution }) {
  const { t } = useLingui();
  const { customer, expectedAmount, currency, products, validUntil, nature, quantity, unit, consent } = contribution;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t`Customer`, [customer.name, customer.email, customer.externalId].filter((text) => text !== null).join(' · ')],
    [t`Since`, <Instant key="at" at={contribution.occurredAt} show="day" />],
    [t`Until`, validUntil === null ? null : <Instant key="until" at={validUntil} show="day" />],
    [
      t`Expected`,
      expectedAmount === null || currency === null ? null : <Money key="amount" amount={expectedAmount} currency={currency} />,
    ],
    [t`Products`, products?.join(', ')],
    [t`Introduced to`, contribution.introducedTo],
    [t`Lead for`, contribution.leadName],
    [t`Consent`, consent?.how ?? (consent === null ? null : <Instant key="consent" at={consent.at} show="day" />)],
    [t`Nature`, nature === null ? null : t(natureWords[nature])],
    [t`Quantity`, quantity === null || unit === null ? null : `${quantity} ${t(unitWords[unit])}`],
    [t`Description`, contribution.description],
    [
      t`Evidence`,
      contribution.evidenceUrl === null ? null : (
        <Anchor key="evidence" href={contribution.evidenceUrl} target="_blank" rel="noreferrer">
          {contribution.evidenceUrl}
        </Anchor>
      ),
    ],
  ];
  return (
    <Stack component="dl" gap={6} m={0}>
      {lines
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <Group key={label} gap="xs" wrap="nowrap" align="baseline">
            <Text component="dt" c="dimmed" w={120} style={{ flex: 'none' }}>
              {label}
            </Text>
            <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </Group>
        ))}
    </Stack>
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
