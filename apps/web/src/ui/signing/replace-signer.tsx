import { Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { Confirm } from '../confirm.tsx';
import { toast } from '../toast.ts';
import type { EnvelopeSigner } from './envelope-words.ts';

interface ReplaceSignerProps {
  readonly envelopeId: string;
  readonly signer: EnvelopeSigner;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

/** Puts somebody else in the place of a signer who has not signed. */
export function ReplaceSigner({ envelopeId, signer, onChanged, onClose }: ReplaceSignerProps) {
  const { t } = useLingui();
  const [name, setName] = useState(signer.name);
  const [email, setEmail] = useState('');
  const replace = async () => {
    const params = { id: envelopeId, signerId: signer.id };
    await call('replaceEnvelopeSigner', { params, body: { name: name.trim(), email: email.trim() } });
    await onChanged();
    toast(t`${name} signs in their place.`);
  };
  return (
    <Confirm
      title={t`Replace ${signer.name}?`}
      verb={t`Replace`}
      disabled={name.trim() === '' || email.trim() === ''}
      onConfirm={replace}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Trans>The former link no longer signs. Whose turn it is gets a link at once; both people stay in the trail.</Trans>
        <TextInput label={t`Name`} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput type="email" label={t`E-mail`} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
      </Stack>
    </Confirm>
  );
}
