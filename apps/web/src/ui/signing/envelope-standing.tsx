import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { personQuery } from '../../lib/auth.ts';
import { portalView } from '../../lib/portal-view.ts';
import { CsvButton } from '../csv-button.tsx';
import { Status } from '../status.tsx';
import { problemToast, toast } from '../toast.ts';
import { Instant } from '../values.tsx';
import { CancelEnvelope } from './cancel-envelope.tsx';
import {
  awaited,
  envelopeTones,
  envelopeWords,
  isPending,
  signerTones,
  signerWords,
  signingSideWords,
  type Envelope,
  type EnvelopeSigner,
} from './envelope-words.ts';
import { ReplaceSigner } from './replace-signer.tsx';

interface EnvelopeStandingProps {
  readonly envelope: Envelope;
  /** Whether the reader may remind, replace and cancel. */
  readonly mayWrite: boolean;
  readonly onChanged: () => Promise<void>;
}

/** How an envelope stands: who has signed, who is awaited until when, and what proves it. */
export function EnvelopeStanding({ envelope, mayWrite, onChanged }: EnvelopeStandingProps) {
  const { t } = useLingui();
  const { state, reason, signers, expiresAt, endedAt } = envelope;
  const [replacing, setReplacing] = useState<EnvelopeSigner | null>(null);
  const { data: person } = useQuery(personQuery);
  const own = portalView() === null ? person?.email.toLowerCase() : undefined;
  const isOpen = state === 'sent';
  return (
    <Stack gap="sm">
      <Group gap="md">
        <Status tone={envelopeTones[state]}>{t(envelopeWords[state])}</Status>
        <Text size="sm" c="dimmed">
          {endedAt === null ? (
            <Trans>
              To be signed until <Instant at={expiresAt} />
            </Trans>
          ) : (
            <Instant at={endedAt} />
          )}
        </Text>
      </Group>
      {reason !== null && <Text style={{ overflowWrap: 'anywhere' }}>{reason}</Text>}
      <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t`Signers`}>
        {signers.map((signer) => (
          <Signer
            key={signer.id}
            signer={signer}
            envelopeId={envelope.id}
            isOwn={isOpen && isPending(signer) && signer.state !== 'waiting' && signer.email.toLowerCase() === own}
            onReplace={mayWrite && isOpen && isPending(signer) ? () => setReplacing(signer) : undefined}
          />
        ))}
      </Stack>
      <Acts envelope={envelope} mayWrite={mayWrite} onChanged={onChanged} />
      {replacing !== null && (
        <ReplaceSigner envelopeId={envelope.id} signer={replacing} onChanged={onChanged} onClose={() => setReplacing(null)} />
      )}
    </Stack>
  );
}

interface SignerProps {
  readonly signer: EnvelopeSigner;
  readonly envelopeId: string;
  readonly isOwn: boolean;
  readonly onReplace: (() => void) | undefined;
}

function Signer({ signer, envelopeId, isOwn, onReplace }: SignerProps) {
  const { t } = useLingui();
  const { name, email, side, state, signedAt, reason } = signer;
  const sign = async () => {
    try {
      const { url } = await call('openOwnSigningLink', { params: { id: envelopeId } });
      const { pathname, search } = new URL(url);
      window.location.assign(pathname + search);
    } catch (error) {
      problemToast(error);
    }
  };
  return (
    <Group component="li" gap="sm" align="baseline" justify="space-between">
      <div style={{ minWidth: 0 }}>
        <Text style={{ overflowWrap: 'anywhere' }}>
          {name}{' '}
          <Text span size="sm" c="dimmed">
            {email} · {t(signingSideWords[side])}
          </Text>
        </Text>
        <Group gap="sm">
          <Status tone={signerTones[state]}>{t(signerWords[state])}</Status>
          {signedAt !== null && (
            <Text size="sm" c="dimmed">
              <Instant at={signedAt} />
            </Text>
          )}
        </Group>
        {reason !== null && <Text size="sm">{reason}</Text>}
      </div>
      <Group gap="xs">
        {isOwn && (
          <Button size="xs" onClick={() => void sign()}>
            <Trans>Read and sign</Trans>
          </Button>
        )}
        {onReplace !== undefined && (
          <Anchor component="button" type="button" size="sm" aria-label={t`Replace ${name}`} onClick={onReplace}>
            <Trans>Replace</Trans>
          </Anchor>
        )}
      </Group>
    </Group>
  );
}

function Acts({ envelope, mayWrite, onChanged }: EnvelopeStandingProps) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const { id, state } = envelope;
  const params = { id };
  const remind = async () => {
    setBusy(true);
    try {
      await call('remindEnvelope', { params });
      await onChanged();
      toast(t`They are written to again, each with a new link.`);
    } catch (error) {
      problemToast(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Group gap="xs">
      {mayWrite && awaited(envelope).length > 0 && (
        <Button size="xs" variant="default" loading={busy} onClick={() => void remind()}>
          <Trans>Remind</Trans>
        </Button>
      )}
      {mayWrite && (state === 'sent' || state === 'draft') && (
        <Button size="xs" variant="default" onClick={() => setCancelling(true)}>
          <Trans>Cancel the sending</Trans>
        </Button>
      )}
      {state === 'completed' && (
        <>
          <CsvButton route="readEnvelopeDocument" input={{ params: { id, number: 1 } }} name="signed.pdf" type="application/pdf">
            <Trans>Signed PDF</Trans>
          </CsvButton>
          <CsvButton route="readEnvelopeCertificate" input={{ params }} name="certificate.pdf" type="application/pdf">
            <Trans>Certificate</Trans>
          </CsvButton>
          <CsvButton route="readEnvelopeBundle" input={{ params }} name="signatures.zip" type="application/zip">
            <Trans>Proof bundle</Trans>
          </CsvButton>
        </>
      )}
      {cancelling && <CancelEnvelope id={id} onChanged={onChanged} onClose={() => setCancelling(false)} />}
    </Group>
  );
}
