import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { Part } from './part.tsx';
import { SealCertificate } from './seal-certificate.tsx';
import { sealKeysQuery, type SealKeys } from './settings.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

/** Which key seals statements and invoices now, which did before, and how it is renewed. */
export function SealSettings() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(sealKeysQuery);
  return (
    <Part
      title={t`Seal of documents`}
      lead={
        <Trans>
          Statements and invoices are sealed when they are first downloaded: whoever has the certificate sees that they come from
          here and were not changed since.
        </Trans>
      }
      actions={data !== undefined && data.signer === null && data.items.length > 0 && <Renew />}
    >
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={240} />}
      {data !== undefined && <Keys keys={data} />}
    </Part>
  );
}

function Keys({ keys: { items, signer, isTimestamped } }: { keys: SealKeys }) {
  const { t } = useLingui();
  const former = items.filter(({ inForce }) => !inForce);
  const own = items.find(({ inForce }) => inForce);
  return (
    <Stack gap="xl" maw={720}>
      {signer !== null && (
        <SealCertificate certificate={signer} name="seal.pem" title={t`Seals now: a signer elsewhere`} tone="good">
          <Trans>
            Set where the server runs (CORDEE_SEAL_URL). While it is away nothing is sealed; no key of ours takes its place.
          </Trans>
        </SealCertificate>
      )}
      {own !== undefined && (
        <SealCertificate certificate={own} name={`seal-${own.number}.pem`} title={t`Seals now: key ${own.number}`} tone="good">
          <Trans>
            A key of this installation, kept sealed. The company signs its certificate itself: give it to your partners once, by
            another way than the documents.
          </Trans>
        </SealCertificate>
      )}
      {own === undefined && signer === null && (
        <EmptyState title={t`No document was sealed yet.`}>
          <Trans>The key is made when somebody first downloads a statement or an invoice.</Trans>
        </EmptyState>
      )}
      <Text>
        {isTimestamped ? (
          <Trans>An authority adds the time to each seal (CORDEE_SEAL_TSA_URL).</Trans>
        ) : (
          <Trans>No authority adds the time: a seal says the time of this server. CORDEE_SEAL_TSA_URL would set one.</Trans>
        )}
      </Text>
      {former.length > 0 && (
        <section>
          <Title order={3} mb="sm">
            <Trans>Former keys</Trans>
          </Title>
          <Stack gap="lg">
            {former.map((key) => (
              <SealCertificate
                key={key.number}
                certificate={key}
                name={`seal-${key.number}.pem`}
                title={t`Key ${key.number}`}
                tone="calm"
              />
            ))}
          </Stack>
        </section>
      )}
      <Lost isElsewhere={signer !== null} />
    </Stack>
  );
}

function Lost({ isElsewhere }: { isElsewhere: boolean }) {
  const { t } = useLingui();
  return (
    <Alert variant="outline" color="gray" title={t`When a key is lost, or somebody else has it`}>
      <Stack gap="xs">
        {isElsewhere ? (
          <Text>
            <Trans>Have the signer block it, set the new certificate where the server runs, and start the server again.</Trans>
          </Text>
        ) : (
          <Text>
            <Trans>
              Renew the key: the new one seals from then on. Give its certificate to your partners, and say since when.
            </Trans>
          </Text>
        )}
        <Text>
          <Trans>
            What was sealed before keeps verifying, for each document carries its certificate; every download gives the same
            bytes. Documents somebody sealed with a stolen key are told by what is kept here: download the statement again and
            compare, or compare the chain of the books printed on it.
          </Trans>
        </Text>
      </Stack>
    </Alert>
  );
}

/** For owners, who are asked first. */
function Renew() {
  const { t } = useLingui();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  if (chosenMembership()?.role !== 'owner') return null;
  const renew = async () => {
    const { number } = await call('renewSealKey', {});
    await refresh(client, 'listSealKeys');
    toast(t`Key ${number} seals from now on.`);
  };
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>Renew the key</Trans>
        </Button>
      </Group>
      <Suspense>
        {isAsking && (
          <Confirm title={t`Seal with a new key?`} verb={t`Renew the key`} onConfirm={renew} onClose={() => setAsking(false)}>
            <Trans>
              It seals what is first downloaded from now on. Partners who trusted the former certificate need the new one. This
              cannot be undone.
            </Trans>
          </Confirm>
        )}
      </Suspense>
    </>
  );
}
