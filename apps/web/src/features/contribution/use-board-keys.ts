import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useActions } from '../../lib/actions.ts';
import type { Ask } from './may-decide.ts';
import type { Contribution } from './contribution.queries.ts';

interface BoardKeys {
  /** The row in focus, while nothing stands beside the list. */
  readonly current: Contribution | null;
  readonly decides: boolean;
  readonly ask: Ask;
  readonly declare: () => void;
}

/** The keys of the list, the same as in approvals; offered to the palette as well. */
export function useBoardKeys({ current, decides, ask, declare }: BoardKeys): void {
  const { t } = useLingui();
  const decisions = useMemo(() => {
    if (current === null || !decides) return [];
    const isWaiting = current.state === 'waiting';
    const isOpen = isWaiting || current.state === 'confirmed';
    return [
      ...(isWaiting ? [{ id: 'confirm', label: t`Confirm`, keys: 'a', run: () => ask('confirm', current) }] : []),
      ...(isWaiting ? [{ id: 'refuse', label: t`Refuse`, keys: 'r', run: () => ask('refuse', current) }] : []),
      ...(isOpen ? [{ id: 'withdraw', label: t`Withdraw`, run: () => ask('withdraw', current) }] : []),
    ];
  }, [t, current, decides, ask]);
  const always = useMemo(
    () => [
      { id: 'next', label: t`Next contribution`, keys: 'j', run: enterList },
      { id: 'previous', label: t`Previous contribution`, keys: 'k', run: enterList },
      ...(decides ? [{ id: 'declare', label: t`Declare a contribution`, keys: 'n', run: declare }] : []),
    ],
    [t, decides, declare],
  );
  useActions(decisions);
  useActions(always);
}

/** From anywhere on the screen into the list; within it, the list moves by itself. */
function enterList(): void {
  if (document.activeElement?.tagName !== 'TR') document.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus();
}
