/** What was typed, with the way back and forth. */
export interface EditHistory<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
  /** Where the last change was made: going on typing there is one step, not many. */
  readonly lastAt: string | null;
}

const MOST_STEPS = 200;

export function begin<Value>(present: Value): EditHistory<Value> {
  return { past: [], present, future: [], lastAt: null };
}

/** A change; with the same `at` as the one before it is the same step of the way back. `null` is a step of its own. */
export function change<Value>(history: EditHistory<Value>, next: Value, at: string | null): EditHistory<Value> {
  const goesOn = at !== null && at === history.lastAt && history.past.length > 0;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: next, future: [], lastAt: at };
}

export function undo<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const before = history.past.at(-1);
  if (history.past.length === 0 || before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], lastAt: null };
}

export function redo<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, lastAt: null };
}
