import type { Role } from '@cordee/contract/route';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef } from 'react';
import { useActions, type Action } from '../../lib/actions.ts';
import type { QueueStatus, Waiting } from './commission-review.queries.ts';
import { mayDecide, type Doers } from './may-decide.ts';

interface QueueKeys {
  readonly role: Role;
  readonly status: QueueStatus;
  /** What a decision is about: the selection, else the row in focus. */
  readonly aimed: readonly string[];
  readonly current: Waiting | null;
  readonly doers: Doers;
  readonly why: (factId: string) => void;
  readonly undoLatest: () => void;
  readonly toggle: (id: string) => void;
  readonly openFile: () => void;
}

/** The keys of the queue, offered to the palette as well. */
export function useQueueKeys(keys: QueueKeys): void {
  const { t } = useLingui();
  const { role, status, aimed, current, doers, why, undoLatest, toggle, openFile } = keys;
  useFocusKept(current);
  const decisions = useMemo(() => {
    const all: readonly (Action & { readonly id: keyof Doers })[] = [
      { id: 'approve', label: t`Approve`, keys: 'a', run: () => doers.approve(aimed) },
      { id: 'hold', label: t`Hold`, keys: 'h', run: () => doers.hold(aimed) },
      { id: 'unhold', label: t`Let go`, keys: 'u', run: () => doers.unhold(aimed) },
      { id: 'refuse', label: t`Refuse`, keys: 'r', run: () => doers.refuse(aimed) },
    ];
    return aimed.length === 0 ? [] : all.filter(({ id }) => mayDecide(id, role, status));
  }, [t, aimed, doers, role, status]);
  const aboutCurrent = useMemo(() => {
    if (current === null) return [];
    return [
      { id: 'select', label: t`Select, or no longer`, keys: 'x', run: () => toggle(current.id) },
      { id: 'why', label: t`Why this commission`, keys: 'w', run: () => why(current.factId) },
    ];
  }, [t, current, toggle, why]);
  const always = useMemo(() => {
    const byFile = mayDecide('refuse', role, status) ? [{ id: 'by-file', label: t`Decide by file`, run: openFile }] : [];
    return [
      { id: 'next', label: t`Next commission`, keys: 'j', run: enterList },
      { id: 'previous', label: t`Previous commission`, keys: 'k', run: enterList },
      { id: 'undo', label: t`Take the last decision back`, keys: 'z', run: undoLatest },
      ...byFile,
    ];
  }, [t, role, status, undoLatest, openFile]);
  useActions(decisions);
  useActions(aboutCurrent);
  useActions(always);
}

const rowInFocus = () => document.querySelector<HTMLElement>('tbody tr[tabindex="0"]');

/** From anywhere on the screen into the list; within it, the list moves by itself. */
function enterList(): void {
  if (document.activeElement?.tagName !== 'TR') rowInFocus()?.focus();
}

/** The row after one that was decided about takes its focus, so that the next key finds it. */
function useFocusKept(current: Waiting | null): void {
  const before = useRef<Waiting | null>(null);
  useEffect(() => {
    const former = before.current;
    before.current = current;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (former !== null && lost) requestAnimationFrame(() => rowInFocus()?.focus());
  }, [current]);
}
