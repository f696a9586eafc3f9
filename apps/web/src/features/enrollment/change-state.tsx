import { Stack, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import type { Enrollment } from './enrollment.queries.ts';

interface ChangeStateProps {
  readonly enrollment: Enrollment;
  readonly state: 'paused' | 'ended';
  readonly onClose: () => void;
}

/** Pauses or ends an enrollment, with the reason its partner is given. */
export function ChangeState({ enrollment: { id, state: before }, state, onClose }: ChangeStateProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const change = async (to: typeof state | 'active') => {
    const body = { state: to, ...(reason.trim() === '' || to === 'active' ? {} : { reason }) };
    await call('changeEnrollmentState', { params: { id }, body });
    await refresh(client, 'listEnrollments', 'getProgram', 'listPrograms');
  };
  const undo = before === 'active' ? () => void change('active').catch(problemToast) : undefined;
  const confirm = async () => {
    await change(state);
    toast(state === 'paused' ? t`The enrollment is paused.` : t`The enrollment has ended.`, undo);
  };
  return (
    <Confirm
      title={state === 'paused' ? t`Pause this enrollment?` : t`End this enrollment?`}
      verb={state === 'paused' ? t`Pause` : t`End`}
      dangerous={state === 'ended'}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text>
          <Trans>From now on its links and codes earn nothing. Everything earned before stays due.</Trans>
        </Text>
        <Textarea
          label={t`Reason`}
          description={t`The partner reads it.`}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </Confirm>
  );
}
