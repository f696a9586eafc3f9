import { useSyncExternalStore } from 'react';
import { chosenMembership } from '../../../lib/membership-choice.ts';
import type { StepName } from './step-search.ts';

const listeners = new Set<() => void>();

/** The steps somebody left out in this browser, as one text; `all` puts the reminder away. */
export function useSkippedSteps(): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(),
  )
    .split(' ')
    .filter((name) => name !== '');
}

export function skipStep(name: StepName | 'all', skipped: boolean): void {
  const others = read()
    .split(' ')
    .filter((each) => each !== name && each !== '');
  try {
    localStorage.setItem(key(), [...others, ...(skipped ? [name] : [])].join(' '));
  } catch {
    // Storage may be closed to us: the steps then stay as they are.
  }
  for (const listener of listeners) listener();
}

function read(): string {
  try {
    return localStorage.getItem(key()) ?? '';
  } catch {
    return '';
  }
}

function key(): string {
  return `cordee.first-steps.${chosenMembership()?.workspaceId ?? ''}`;
}
