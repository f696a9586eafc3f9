import type { InputOf } from '../../lib/api/call.ts';

export type ReviewAction = InputOf<'reviewCommissions'>['body']['action'];

export interface Decision {
  readonly action: ReviewAction;
  readonly commissionIds: readonly string[];
  /** Of a hold or a refusal; its partner reads it. */
  readonly reason?: string;
}

interface DecisionQueue {
  /** Takes a decision; it is sent after a while. Until then `undo` with the answered number takes it back. */
  readonly decide: (decision: Decision) => number;
  /** False when it is too late. */
  readonly undo: (number: number) => boolean;
  /** Takes back the latest decision that was not sent; null when there is none. */
  readonly undoLatest: () => Decision | null;
  /** Sends at once what waits: the page is being left. */
  readonly flush: () => void;
  /** The commissions that are decided about and not answered yet. */
  readonly decided: () => ReadonlySet<string>;
  readonly subscribe: (listener: () => void) => () => void;
}

/** How long a decision can be taken back: facts are for good, so it is not sent before. */
export const undoMs = 8000;

/** Decisions on their way to the server. `send` is told when the page is being left, and never throws. */
export function createDecisionQueue(send: (decision: Decision, leaving: boolean) => Promise<void>): DecisionQueue {
  const waiting = new Map<number, { readonly decision: Decision; readonly timer: ReturnType<typeof setTimeout> }>();
  const sent = new Set<Decision>();
  const listeners = new Set<() => void>();
  let count = 0;
  let decided: ReadonlySet<string> = new Set();

  const changed = () => {
    const all = [...[...waiting.values()].map(({ decision }) => decision), ...sent];
    decided = new Set(all.flatMap(({ commissionIds }) => commissionIds));
    for (const listener of listeners) listener();
  };
  const take = (number: number): Decision | null => {
    const found = waiting.get(number);
    if (found === undefined) return null;
    clearTimeout(found.timer);
    waiting.delete(number);
    return found.decision;
  };
  const go = async (number: number, leaving: boolean) => {
    const decision = take(number);
    if (decision === null) return;
    sent.add(decision);
    await send(decision, leaving);
    sent.delete(decision);
    changed();
  };
  const undo = (number: number): Decision | null => {
    const decision = take(number);
    if (decision !== null) changed();
    return decision;
  };

  return {
    decide(decision) {
      count += 1;
      const number = count;
      waiting.set(number, { decision, timer: setTimeout(() => void go(number, false), undoMs) });
      changed();
      return number;
    },
    undo: (number) => undo(number) !== null,
    undoLatest: () => undo([...waiting.keys()].at(-1) ?? 0),
    flush() {
      for (const number of waiting.keys()) void go(number, true);
    },
    decided: () => decided,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
