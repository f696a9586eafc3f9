import { Button, FileInput, Group, List, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, upload } from '../../lib/api/call.ts';
import { asProblem } from '../../lib/api/problem.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useZone } from '../../lib/workspace.tsx';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import { SigningFields } from '../../ui/lazy-signing.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { isComplete, newSigning, signingBody, type SigningDraft } from '../../ui/signing/signing-draft.ts';
import { toast } from '../../ui/toast.ts';
import { touched } from './signature.queries.ts';

interface NewEnvelopeProps {
  readonly onSent: (id: string) => void;
  readonly onClose: () => void;
}

/** Sends PDF to be signed: what they are, by whom, until when. */
export function NewEnvelope({ onSent, onClose }: NewEnvelopeProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const zone = useZone();
  const [purpose, setPurpose] = useState('');
  const [partnerId, setPartnerId] = useState<string | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [draft, setDraft] = useState<SigningDraft>(() => newSigning([], Date.now(), zone));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isReady = purpose.trim() !== '' && files.length > 0 && isComplete(draft);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      const about = { purpose: purpose.trim(), ...(partnerId === null ? {} : { partnerId }) };
      const id = await sendAll({ ...about, ...signingBody(draft, zone) }, files, t`It could not be sent.`);
      await refresh(client, ...touched);
      toast(t`Sent. Whose turn it is gets a link by mail.`);
      onSent(id);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <SideDrawer title={t`Send a document to be signed`} onClose={onClose}>
      <Stack>
        <TextInput
          label={t`What is to be signed`}
          description={t`Signers read it in their mail: “Confidentiality agreement 2027”.`}
          maxLength={160}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <FileInput
          multiple
          label={t`PDF`}
          description={t`Up to 20 MB each, without password, forms or scripts. These bytes are what is signed.`}
          placeholder={t`Choose files`}
          accept="application/pdf,.pdf"
          value={files}
          onChange={setFiles}
          clearable
          clearButtonProps={{ 'aria-label': t`Other files` }}
        />
        <PartnerSelect
          label={t`Partner`}
          description={t`Its people find the document in their portal. May stay empty.`}
          clearable
          clearButtonProps={{ 'aria-label': t`No partner` }}
          value={partnerId}
          onChange={setPartnerId}
        />
        <SigningFields value={draft} onChange={setDraft} error={error} />
        {error !== null && <Why error={error} />}
        <Group>
          <Button loading={busy} disabled={!isReady} onClick={() => void send()}>
            <Trans>Send to be signed</Trans>
          </Button>
        </Group>
      </Stack>
    </SideDrawer>
  );
}

/** What was refused, and why: a document that acts by itself, a day that is over. What is wrong with a signer stands beside it. */
function Why({ error }: { error: unknown }) {
  const faults = asProblem(error).fields.filter(({ path }) => !path.startsWith('signers'));
  return (
    <>
      <ProblemNotice error={error} />
      {faults.length > 0 && (
        <List size="sm">
          {faults.map(({ path, message }) => (
            <List.Item key={path}>{message}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}

/** Begins an envelope, puts the files into it and sends it; where one of them is refused it is taken back, so that nothing stays half done. */
async function sendAll(
  body: Parameters<typeof call<'createEnvelope'>>[1]['body'],
  files: readonly File[],
  whyNot: string,
): Promise<string> {
  const { id } = await call('createEnvelope', { body });
  try {
    for (const file of files) {
      const query = { name: file.name.slice(0, 120) };
      await upload('addEnvelopeDocument', { params: { id }, query }, file, 'application/pdf');
    }
    await call('sendEnvelope', { params: { id } });
  } catch (refusal) {
    await call('cancelEnvelope', { params: { id }, body: { reason: whyNot } }).catch(() => undefined);
    throw refusal;
  }
  return id;
}
