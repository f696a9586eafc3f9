import { useCallback, useMemo, useRef, useState } from 'react';
import type { ListedPartner } from './partner.queries.ts';

export interface Selection {
  /** Of what is shown, in the order of the list. */
  readonly chosen: readonly ListedPartner[];
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** All between the one toggled last and this one. */
  readonly extendTo: (id: string) => void;
  /** All that is shown, or nothing when all of it was. */
  readonly toggleAll: () => void;
  readonly isAll: boolean;
  readonly clear: () => void;
}

const NONE: readonly ListedPartner[] = [];

/** Which partners are chosen; what leaves the list is no longer. */
export function useSelection(rows: readonly ListedPartner[] = NONE): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef<string | null>(null);
  const chosen = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids]);
  const isAll = rows.length > 0 && chosen.length === rows.length;
  const toggle = useCallback((id: string) => {
    latest.current = id;
    setIds((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const extendTo = useCallback(
    (id: string) => {
      const between = idsBetween(rows, latest.current ?? id, id);
      latest.current = id;
      setIds((before) => new Set([...before, ...between]));
    },
    [rows],
  );
  return {
    chosen,
    has: (id) => ids.has(id),
    toggle,
    extendTo,
    toggleAll: () => setIds(isAll ? new Set() : new Set(rows.map(({ id }) => id))),
    isAll,
    clear: useCallback(() => setIds(new Set()), []),
  };
}

/** Both ends and all between, in whichever order they are given; the second alone when the first is shown no longer. */
export function idsBetween(rows: readonly { readonly id: string }[], one: string, other: string): string[] {
  const to = rows.findIndex(({ id }) => id === other);
  const found = rows.findIndex(({ id }) => id === one);
  const from = found === -1 ? to : found;
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
}
