import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it when this was first shown. Dialogs of ours are there or are not, so that the library never sees
 * them close, and whoever works by keyboard would begin the page anew.
 */
export function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
