import { useMemo, useState } from 'react';
import type { Candidate } from './payment.queries.ts';

export interface Chosen {
  /** Of those shown who can be paid, in the order of the list. */
  readonly candidates: readonly Candidate[];
  readonly sum: number;
  readonly has: (partnerId: string) => boolean;
  readonly toggle: (partnerId: string) => void;
  /** All who are shown and can be paid, or nobody when all of them were. */
  readonly toggleAll: () => void;
  readonly isAll: boolean;
  readonly clear: () => void;
}

/** Who is chosen for a batch; whoever can be paid no longer is left out. */
export function useChosen(payable: readonly Candidate[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const candidates = useMemo(() => payable.filter(({ partnerId }) => ids.has(partnerId)), [payable, ids]);
  const isAll = payable.length > 0 && candidates.length === payable.length;
  return {
    candidates,
    sum: candidates.reduce((sum, { amount }) => sum + amount, 0),
    has: (partnerId) => ids.has(partnerId),
    toggle: (partnerId) =>
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(partnerId)) next.add(partnerId);
        return next;
      }),
    toggleAll: () => setIds(isAll ? new Set() : new Set(payable.map(({ partnerId }) => partnerId))),
    isAll,
    clear: () => setIds(new Set()),
  };
}
