import { List, Modal } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { PartnerLink } from './use-partner-columns.tsx';
import type { Refused } from './bulk-dialog.tsx';

/** To whom something could not be done, and why, one by one. */
export function RefusedDialog({ refused, onClose }: { refused: readonly Refused[]; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal opened onClose={onClose} title={t`What was refused`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <List spacing="xs">
        {refused.map(({ partnerId, name, message }) => (
          <List.Item key={partnerId}>
            <PartnerLink partner={{ id: partnerId, name }} />: {message}
          </List.Item>
        ))}
      </List>
    </Modal>
  );
}
