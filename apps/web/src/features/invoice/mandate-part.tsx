import { Button, Collapse, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { mandatesQuery, offerQuery, touched, type Mandate, type Offer } from './invoice.queries.ts';
import { MandateText } from './mandate-text.tsx';

const SayWhy = lazy(async () => ({ default: (await import('./say-why.tsx')).SayWhy }));

interface MandatePartProps {
  readonly partnerId: string;
  readonly mayAct: boolean;
  /** How a mandate is given on this side. */
  readonly Giving: ComponentType<{ readonly offer: Offer; readonly partnerId: string }>;
}

/** By which mandate documents are made out: the one in force, the text that is asked for, and those before. */
export function MandatePart({ partnerId, mayAct, Giving }: MandatePartProps) {
  const { data: offer } = useQuery(offerQuery);
  const list = useInfiniteQuery(mandatesQuery(partnerId));
  const inForce = list.data?.find(({ state }) => state === 'in_force');
  const before = list.data?.filter(({ state }) => state === 'revoked') ?? [];
  if (list.error !== null) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined || offer === undefined) return <Skeleton h={120} />;
  if (inForce === undefined && !offer.wanted && before.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>Mandate to make out invoices</Trans>
      </Title>
      {inForce !== undefined && <InForce mandate={inForce} mayAct={mayAct} />}
      {inForce === undefined && (
        <Stack gap="sm">
          <Text maw={640}>
            {offer.wanted ? (
              <Trans>No mandate is in force: without one, no invoice can be made out in the partner’s name.</Trans>
            ) : (
              <Trans>No mandate is in force, and none is asked for.</Trans>
            )}
          </Text>
          {offer.wanted && <MandateText text={offer.text} />}
          {offer.wanted && mayAct && <Giving offer={offer} partnerId={partnerId} />}
        </Stack>
      )}
      {before.map((mandate) => (
        <Text key={mandate.id} size="sm" c="dimmed" mt="xs">
          <Trans>
            Given by {mandate.signer} on <Instant at={mandate.signedAt} show="day" />, revoked.
          </Trans>{' '}
          {mandate.revocationReason}
        </Text>
      ))}
    </section>
  );
}

function InForce({ mandate, mayAct }: { mandate: Mandate; mayAct: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const revoke = async (reason: string) => {
    await call('revokeBillingMandate', { params: { id: mandate.id }, body: { reason } });
    await refresh(client, 'listBillingMandates', ...touched);
    toast(t`The mandate is revoked. Nothing more is made out by it.`);
  };
  return (
    <Stack gap="xs" align="start">
      <Status tone="good">
        <Trans>In force</Trans>
      </Status>
      <Text>
        <Trans>
          Given by {mandate.signer} on <Instant at={mandate.signedAt} />.
        </Trans>{' '}
        <Plural
          value={mandate.contestDays}
          one="A document can be contested for # day."
          other="A document can be contested for # days."
        />
      </Text>
      {mandate.reference !== null && (
        <Text>
          <Trans>On paper, kept at: {mandate.reference}</Trans>
        </Text>
      )}
      <Group gap="xs">
        <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Trans>What was agreed to</Trans>
        </Button>
        {mayAct && (
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            <Trans>Revoke</Trans>
          </Button>
        )}
      </Group>
      <Collapse expanded={isOpen}>
        <MandateText text={mandate.text} />
      </Collapse>
      <Suspense>
        {asking && (
          <SayWhy title={t`Revoke this mandate?`} verb={t`Revoke`} onSay={revoke} onClose={() => setAsking(false)}>
            <Trans>Documents made out before stay valid. Nothing is made out from now on until another mandate is given.</Trans>
          </SayWhy>
        )}
      </Suspense>
    </Stack>
  );
}
