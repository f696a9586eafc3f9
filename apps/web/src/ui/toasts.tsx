import '@mantine/notifications/styles.layer.css';
import { Button, Group, Text } from '@mantine/core';
import { notifications, Notifications } from '@mantine/notifications';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useProblemWords } from './problem-notice.tsx';

/** Where messages appear for some seconds. Loaded with the first of them. */
export function Toasts() {
  return <Notifications position="bottom-right" />;
}

export function showDone(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    autoClose: undo === undefined ? 4000 : 8000,
    closeButtonProps: { 'aria-label': t`Close` },
    message: undo === undefined ? message : <Undoable message={message} onUndo={() => (notifications.hide(id), undo())} />,
  });
}

export function showProblem(error: unknown): void {
  notifications.show({
    color: 'red.9',
    autoClose: 8000,
    closeButtonProps: { 'aria-label': t`Close` },
    message: <ProblemWords error={error} />,
  });
}

function Undoable({ message, onUndo }: { message: ReactNode; onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      {message}
      <Button size="compact-sm" variant="subtle" onClick={onUndo}>
        <Trans>Undo</Trans>
      </Button>
    </Group>
  );
}

function ProblemWords({ error }: { error: unknown }) {
  const { title, hint } = useProblemWords(error);
  return (
    <>
      <Text fw={600}>{title}</Text>
      <Text>{hint}</Text>
    </>
  );
}
