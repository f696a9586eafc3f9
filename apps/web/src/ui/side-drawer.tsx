import { Drawer } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFocusReturn } from './use-focus-return.ts';

interface SideDrawerProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: string;
}

/** Details beside what one was looking at. Whether it is open is said by the address: show it only then. */
export function SideDrawer({ title, onClose, children, size = 'lg' }: SideDrawerProps) {
  const { t } = useLingui();
  useFocusReturn();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': t`Close` }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      styles={{ title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      {children}
    </Drawer>
  );
}
