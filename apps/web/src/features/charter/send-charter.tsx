import { Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useZone } from '../../lib/workspace.tsx';
import { SigningFields } from '../../ui/lazy-signing.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { isComplete, newSigning, signingBody, type SigningDraft } from '../../ui/signing/signing-draft.ts';
import { toast } from '../../ui/toast.ts';
import { peopleQuery, touched, type Charter, type Version } from './charter.queries.ts';
import { signersOf } from './signers-of.ts';

interface SendCharterProps {
  readonly charter: Charter;
  readonly version: Version;
  readonly onClose: () => void;
}

/** Sends an approved version to be signed by people of both sides: those of the partnership are there already. */
export function SendCharter({ charter, version, onClose }: SendCharterProps) {
  const { t } = useLingui();
  const people = useQuery(peopleQuery(charter.partnerId));
  return (
    <SideDrawer title={t`Send to be signed`} onClose={onClose}>
      {(people.data !== undefined || people.error !== null) && (
        <Form charter={charter} version={version} onClose={onClose} people={people.data ?? []} />
      )}
    </SideDrawer>
  );
}

function Form({ charter, version, people, onClose }: SendCharterProps & { readonly people: Parameters<typeof signersOf>[0] }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const zone = useZone();
  const [draft, setDraft] = useState<SigningDraft>(() =>
    newSigning(signersOf(people, version.document.prevailing), Date.now(), zone),
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      await call('sendCharter', { params: { id: charter.id }, body: { hash: version.hash, ...signingBody(draft, zone) } });
      await refresh(client, ...touched);
      toast(t`Sent. Whose turn it is gets a link by mail.`);
      onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack>
      <Text size="sm">
        <Trans>
          The PDF both sides approved is what is signed, byte for byte. Once all have signed, the charter holds from its first
          day.
        </Trans>
      </Text>
      <SigningFields value={draft} onChange={setDraft} error={error} />
      {error !== null && <ProblemNotice error={error} />}
      <Group>
        <Button loading={busy} disabled={!isComplete(draft)} onClick={() => void send()}>
          <Trans>Send to be signed</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
