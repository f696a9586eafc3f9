import type { PlanDocument } from '@cordee/core/plan';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { call } from '../../../lib/api/call.ts';
import { queryOf, refresh } from '../../../lib/api/queries.ts';
import type { Clauses } from '../clause-list.tsx';
import { draftOf, holdingOf, type Plan } from '../plan.queries.ts';
import { withValue, type Path } from './document-path.ts';
import { pathText } from './document-path.ts';
import { begin, change, redo, undo } from './edit-history.ts';
import { keep, readKept } from './kept-document.ts';
import { clausesOf, faultsIn, partnersIn, type Fault } from './read-document.ts';

/** The draft as it is written: typed, checked, rendered, kept, saved. */
export function usePlanDraft(plan: Plan) {
  const base = (draftOf(plan) ?? holdingOf(plan))?.document;
  if (base === undefined) throw new Error('a plan has a version');
  const [saved, setSaved] = useState<PlanDocument>(base);
  const [restored] = useState(() => readKept(plan.id, base));
  const [history, setHistory] = useState(() => (restored === null ? begin(base) : change(begin(base), restored, null)));
  const document = history.present;
  const isDirty = useMemo(() => JSON.stringify(document) !== JSON.stringify(saved), [document, saved]);
  useEffect(() => keep(plan.id, saved, document), [plan.id, saved, document]);

  const write = useCallback((path: Path, value: unknown, isStep = false) => {
    setHistory((now) => change(now, withValue(now.present, path, value), isStep ? null : pathText(path)));
  }, []);
  const steps = {
    undo: history.past.length === 0 ? undefined : () => setHistory(undo),
    redo: history.future.length === 0 ? undefined : () => setHistory(redo),
    discard: isDirty ? () => setHistory((now) => change(now, saved, null)) : undefined,
  };
  const { faults, clauses } = useReading(document);
  const { busy, save } = useSave(plan, document, setSaved);
  return { document, write, steps, faults, clauses, isDirty, wasKept: restored !== null, busy, save };
}

/** What is wrong, and the clauses as they last read without a fault. */
function useReading(document: PlanDocument): { faults: readonly Fault[]; clauses: { read: Clauses; isCurrent: boolean } | null } {
  const read = useDeferredValue(document);
  const faults = useMemo(() => faultsIn(read), [read]);
  const sound = faults.length === 0;
  const ids = useMemo(() => (sound ? partnersIn(read) : []), [read, sound]);
  const names = useQueries({
    queries: ids.map((id) => ({ ...queryOf('getPartner', { params: { id } }), staleTime: 5 * 60_000 })),
    combine: (answers) => answers.map(({ data }) => data?.name ?? '…').join('\n'),
  });
  const current = useMemo(() => {
    if (!sound) return null;
    const known = new Map(ids.map((id, index) => [id, names.split('\n')[index] ?? '…']));
    return clausesOf(read, (id) => known.get(id) ?? '…');
  }, [read, sound, ids, names]);
  const [last, setLast] = useState<Clauses | null>(null);
  if (current !== null && current !== last) setLast(current);
  const shown = current ?? last;
  return { faults, clauses: shown === null ? null : { read: shown, isCurrent: current !== null } };
}

/** Writes the draft, the first time as the next version. What the server refuses is thrown. */
function useSave(plan: Plan, document: PlanDocument, onSaved: (document: PlanDocument) => void) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const draft = draftOf(plan);
      if (draft === undefined) await call('draftVersion', { params: { id: plan.id }, body: { document } });
      else await call('replaceDraft', { params: { id: draft.id }, body: { document } });
      onSaved(document);
      await refresh(client, 'getPlan', 'listPlans', 'getProgram', 'listPrograms');
    } finally {
      setBusy(false);
    }
  };
  return { busy, save };
}
