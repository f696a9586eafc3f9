import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useFocusReturn } from '../../ui/use-focus-return.ts';

interface ReasonDialogProps {
  readonly action: 'hold' | 'refuse';
  readonly count: number;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

const LONGEST = 1024;

/** Whoever holds back or refuses money says why; its partner reads it. */
export function ReasonDialog({ action, count, onReason, onClose }: ReasonDialogProps) {
  const { t } = useLingui();
  useFocusReturn();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const title =
    action === 'hold'
      ? t`${plural(count, { one: 'Hold # commission', other: 'Hold # commissions' })}`
      : t`${plural(count, { one: 'Refuse # commission', other: 'Refuse # commissions' })}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = reason.trim();
    if (text === '') setFault(t`Say why: the partner reads it beside the commission.`);
    else if (text.length > LONGEST) setFault(t`At most ${LONGEST} characters.`);
    else onReason(text);
  };
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Textarea
            label={t`Reason`}
            description={
              action === 'hold'
                ? t`Shown to the partner. A hold can be lifted later.`
                : t`Shown to the partner and kept for good. What was paid already is made up by the next payout.`
            }
            placeholder={t`Order placed with the partner’s own e-mail address`}
            data-autofocus
            rows={3}
            value={reason}
            error={fault}
            onChange={(event) => (setReason(event.currentTarget.value), setFault(null))}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" {...(action === 'refuse' ? { color: 'red.9' } : {})}>
              {action === 'hold' ? t`Hold` : t`Refuse`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
