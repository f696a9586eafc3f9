import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';
import { useFocusReturn } from './use-focus-return.ts';

interface ConfirmProps {
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** The verb of the button: `Archive`, never `OK`. */
  readonly verb: string;
  readonly dangerous?: boolean;
  /** While something is still to be said. */
  readonly disabled?: boolean;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before what is hard to take back; stays open and says why when it is refused. */
export function Confirm({ title, children, verb, dangerous = false, disabled = false, onConfirm, onClose }: ConfirmProps) {
  const { t } = useLingui();
  useFocusReturn();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <Stack>
        <Text component="div">{children}</Text>
        {error !== null && <ProblemNotice error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button {...(dangerous ? { color: 'red.9' } : {})} loading={busy} disabled={disabled} onClick={() => void confirm()}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
