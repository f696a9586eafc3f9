import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Trans } from '@lingui/react/macro';

/** Says that something was done, for a few seconds; with `undo`, offers to take it back. */
export function toast(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    autoClose: undo === undefined ? 4000 : 8000,
    message:
      undo === undefined ? (
        message
      ) : (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          {message}
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            <Trans>Undo</Trans>
          </Button>
        </Group>
      ),
  });
}
