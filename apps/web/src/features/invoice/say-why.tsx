import { Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Confirm } from '../../ui/confirm.tsx';

interface SayWhyProps {
  readonly title: string;
  readonly verb: string;
  readonly children: ReactNode;
  readonly onSay: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks for a reason before a step that needs one. */
export function SayWhy({ title, verb, children, onSay, onClose }: SayWhyProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  return (
    <Confirm
      title={title}
      verb={verb}
      dangerous
      disabled={reason.trim() === ''}
      onConfirm={() => onSay(reason.trim().replaceAll(/\s+/gu, ' '))}
      onClose={onClose}
    >
      {children}
      <Textarea
        mt="sm"
        label={t`Reason`}
        description={t`Both sides read it, and it is kept for good.`}
        data-autofocus
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
