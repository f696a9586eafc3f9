import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { queueQuery, type QueueFilters, type Waiting } from './commission-review.queries.ts';
import type { Doers } from './may-decide.ts';
import { useDecisions } from './use-decisions.tsx';
import { useSelection } from './use-selection.ts';

interface Asked {
  readonly action: 'hold' | 'refuse';
  readonly ids: readonly string[];
}

/** What waits, less what is decided about already; which of it is chosen; and what can be done with it. */
export function useQueue(filters: QueueFilters) {
  const list = useInfiniteQuery(queueQuery(filters));
  const { decide, undoLatest, decided } = useDecisions();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [active, setActive] = useState<Waiting | null>(null);
  const rows = useMemo(() => list.data?.filter(({ id }) => !decided.has(id)), [list.data, decided]);
  const selection = useSelection(rows);
  const { chosen, clear } = selection;
  const current = active === null || rows?.some(({ id }) => id === active.id) !== true ? null : active;
  const aimed = useMemo(
    () => (chosen.length > 0 ? chosen : current === null ? [] : [current]).map(({ id }) => id),
    [chosen, current],
  );
  const doers: Doers = useMemo(() => {
    const settle = (action: 'approve' | 'unhold') => (ids: readonly string[]) => {
      decide({ action, commissionIds: ids });
      clear();
    };
    return {
      approve: settle('approve'),
      unhold: settle('unhold'),
      hold: (ids) => setAsked({ action: 'hold', ids }),
      refuse: (ids) => setAsked({ action: 'refuse', ids }),
    };
  }, [decide, clear]);
  const withReason = (reason: string) => {
    if (asked === null) return;
    decide({ action: asked.action, commissionIds: asked.ids, reason });
    clear();
    setAsked(null);
  };
  return { list: { ...list, data: rows }, current, setActive, aimed, selection, doers, undoLatest, asked, setAsked, withReason };
}
