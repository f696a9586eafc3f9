import { useEffect, useSyncExternalStore } from 'react';

/** Something a person can do from the command palette, said in their language. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Keys that do it anywhere on the screen, such as `n`; shown by `?`. */
  readonly keys?: string;
  readonly run: () => void;
}

let listed: readonly (readonly Action[])[] = [];
const listeners = new Set<() => void>();

/** Offers actions while the caller is shown. Give the same array while nothing changes (useMemo). */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => {
    change([...listed, actions]);
    return () => change(listed.filter((group) => group !== actions));
  }, [actions]);
}

/** Everything offered now, the newest last. */
export function useOfferedActions(): readonly Action[] {
  return useSyncExternalStore(subscribe, current).flat();
}

function change(next: typeof listed): void {
  listed = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): typeof listed {
  return listed;
}
