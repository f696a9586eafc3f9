import { Stack, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { Confirm } from '../confirm.tsx';
import { toast } from '../toast.ts';

interface CancelEnvelopeProps {
  readonly id: string;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

/** Takes an envelope back, with the reason both sides read. */
export function CancelEnvelope({ id, onChanged, onClose }: CancelEnvelopeProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const cancel = async () => {
    await call('cancelEnvelope', { params: { id }, body: { reason: reason.trim() } });
    await onChanged();
    toast(t`The sending is cancelled. Those who were asked are told.`);
  };
  return (
    <Confirm
      title={t`Cancel the sending?`}
      verb={t`Cancel the sending`}
      dangerous
      disabled={reason.trim().length < 3}
      onConfirm={cancel}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Trans>Nobody can sign any more, and signatures made so far count for nothing. It can be sent again.</Trans>
        <Textarea
          label={t`Reason, which those who were asked read`}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </Confirm>
  );
}
