import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { FileList } from '../../ui/lazy-files.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { mayDecide } from './may-decide.ts';
import { ofPartner, type PartnerTax } from './tax.queries.ts';
import { vatTones, vatWords } from './tax-words.ts';

const ProofForm = lazy(async () => ({ default: (await import('./proof-form.tsx')).ProofForm }));

/** Where the VAT number stands, and what was vouched for. */
export function VatCard({ tax: { partnerId, vat, proofs } }: { tax: PartnerTax }) {
  const { t } = useLingui();
  return (
    <Paper component="section" withBorder p="md">
      <Group justify="space-between" align="start" mb="xs">
        <Title order={2} fz="lg">
          <Trans>VAT number and proofs</Trans>
        </Title>
        {vat.vatNumber !== null && <Status tone={vatTones[vat.state]}>{t(vatWords[vat.state])}</Status>}
      </Group>
      {vat.vatNumber === null ? (
        <Text c="dimmed">
          <Trans>No VAT number is in force.</Trans>
        </Text>
      ) : (
        <Standing vat={vat} />
      )}
      {proofs.map(({ id, kind, reference, note, files, enteredAt }) => (
        <div key={id}>
          <Text size="sm" mt={4}>
            {kind === 'business' ? t`Vouched for as a business` : t`Number vouched for`} · <Instant at={enteredAt} show="day" /> ·{' '}
            {reference}
            {note !== null && ` · ${note}`}
          </Text>
          <FileList files={files} />
        </div>
      ))}
      {mayDecide() && <Means partnerId={partnerId} hasNumber={vat.vatNumber !== null} />}
    </Paper>
  );
}

function Standing({ vat: { vatNumber, cause, checkedAt, validAt, consultationNumber } }: { vat: PartnerTax['vat'] }) {
  return (
    <>
      <Text fw={600}>{vatNumber}</Text>
      {checkedAt !== null && (
        <Text size="sm">
          <Trans>
            VIES was asked on <Instant at={checkedAt} />
          </Trans>
          {consultationNumber !== null && (
            <>
              {' · '}
              <Trans>consultation no. {consultationNumber}</Trans>
            </>
          )}
        </Text>
      )}
      {cause !== null && (
        <Text size="sm">
          <Trans>Nobody could say ({cause}): it is asked again by itself. That is not a no.</Trans>
        </Text>
      )}
      {cause !== null && validAt !== null && (
        <Text size="sm">
          <Trans>
            Last found valid on <Instant at={validAt} show="day" />
          </Trans>
        </Text>
      )}
    </>
  );
}

function Means({ partnerId, hasNumber }: { partnerId: string; hasNumber: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [proving, setProving] = useState(false);
  const check = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await call('askVatCheck', { params: { id: partnerId } });
      await refresh(client, ...ofPartner);
      toast(t`VIES is asked in the background: look again in a moment.`);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Group gap="xs" mt="sm">
        {hasNumber && (
          <Button variant="default" loading={busy} onClick={() => void check()}>
            <Trans>Check now</Trans>
          </Button>
        )}
        <Button variant="default" onClick={() => setProving(true)}>
          <Trans>Vouch for it</Trans>
        </Button>
      </Group>
      {problem !== null && <ProblemNotice error={problem} />}
      <Suspense>
        {proving && <ProofForm partnerId={partnerId} hasNumber={hasNumber} onClose={() => setProving(false)} />}
      </Suspense>
    </>
  );
}
