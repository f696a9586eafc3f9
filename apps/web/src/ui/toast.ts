import { useSyncExternalStore } from 'react';
import type * as Toasts from './toasts.tsx';

let wanted = false;
const listeners = new Set<() => void>();

/** Says that something was done, for a few seconds; with `undo`, offers to take it back. */
export function toast(message: string, undo?: () => void): void {
  void show((toasts) => toasts.showDone(message, undo));
}

/** Tells of a refusal where there is no place beside what was asked. */
export function problemToast(error: unknown): void {
  void show((toasts) => toasts.showProblem(error));
}

/** Whether anything was ever said: before that, nothing of it is loaded. */
export function useToastsWanted(): boolean {
  return useSyncExternalStore(subscribe, () => wanted);
}

async function show(say: (toasts: typeof Toasts) => void): Promise<void> {
  wanted = true;
  for (const listener of listeners) listener();
  say(await import('./toasts.tsx'));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
