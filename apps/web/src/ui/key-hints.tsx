import { Kbd, Modal, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Action } from '../lib/actions.ts';
import { useFocusReturn } from './use-focus-return.ts';

/** What the keys do here; opened by `?`. */
export function KeyHints({ actions, onClose }: { actions: readonly Action[]; onClose: () => void }) {
  const { t } = useLingui();
  useFocusReturn();
  const always = [
    { keys: 'Ctrl K', label: t`Command palette` },
    { keys: '?', label: t`These hints` },
    { keys: '↓ ↑', label: t`Move in a list (also j and k)` },
    { keys: 'Enter', label: t`Open the row` },
    { keys: 'Esc', label: t`Close what is open` },
  ];
  const here = actions.flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, label }]));
  return (
    <Modal opened onClose={onClose} title={t`Keyboard`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Stack gap="xs">
        <Table aria-label={t`Keyboard`}>
          <Table.Tbody>
            {[...always, ...here].map(({ keys, label }) => (
              <Table.Tr key={keys}>
                <Table.Th scope="row" w={110}>
                  <Kbd>{keys}</Kbd>
                </Table.Th>
                <Table.Td>{label}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm" c="dimmed">
          <Trans>On a Mac, ⌘ stands for Ctrl.</Trans>
        </Text>
      </Stack>
    </Modal>
  );
}
