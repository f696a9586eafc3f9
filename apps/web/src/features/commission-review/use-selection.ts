import { useCallback, useMemo, useState } from 'react';
import type { Waiting } from './commission-review.queries.ts';

export interface Selection {
  /** Of what is shown, in the order of the list. */
  readonly chosen: readonly Waiting[];
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** All that is shown, or nothing when all of it was. */
  readonly toggleAll: () => void;
  readonly isAll: boolean;
  readonly clear: () => void;
}

const NONE: readonly Waiting[] = [];

/** Which rows are chosen; what leaves the list is no longer. */
export function useSelection(rows: readonly Waiting[] = NONE): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids]);
  const isAll = rows.length > 0 && chosen.length === rows.length;
  const toggle = useCallback(
    (id: string) =>
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const clear = useCallback(() => setIds(new Set()), []);
  return {
    chosen,
    has: (id) => ids.has(id),
    toggle,
    toggleAll: () => setIds(isAll ? new Set() : new Set(rows.map(({ id }) => id))),
    isAll,
    clear,
  };
}
