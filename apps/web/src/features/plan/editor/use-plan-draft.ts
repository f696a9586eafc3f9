import type { PlanDocument } from '@cordee/core/plan';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { queryOf } from '../../../lib/api/queries.ts';
import type { Clauses } from '../clause-list.tsx';
import { draftOf, holdingOf, type Plan, type PlanVersion } from '../plan.queries.ts';
import { withValue, type Path } from './document-path.ts';
import { pathText } from './document-path.ts';
import { begin, change, redo, undo } from './edit-history.ts';
import { keep, readKept, type ReadDraft } from './kept-document.ts';
import { othersDraft } from './others-draft.ts';
import { clausesOf, faultsIn, partnersIn, type Fault } from './read-document.ts';
import { deleteDraft, saveDraft, undoDeletion } from './write-draft.ts';

/** The draft as it is written: typed, checked, rendered, kept, saved; and what somebody else made of it meanwhile. */
export function usePlanDraft(plan: Plan) {
  const client = useQueryClient();
  const [first] = useState(() => beginOn(plan));
  const [saved, setSaved] = useState<PlanDocument>(first.base);
  const [over, setOver] = useState<ReadDraft | null>(first.over);
  const [history, setHistory] = useState(() =>
    first.typed === null ? begin(first.base) : change(begin(first.base), first.typed, null),
  );
  const [busy, setBusy] = useState(false);
  const document = history.present;
  const isDirty = useMemo(() => JSON.stringify(document) !== JSON.stringify(saved), [document, saved]);
  useEffect(() => keep(plan.id, { document, base: saved, over }), [plan.id, saved, document, over]);

  const write = useCallback((path: Path, value: unknown, isStep = false) => {
    setHistory((now) => change(now, withValue(now.present, path, value), isStep ? null : pathText(path)));
  }, []);
  const steps = {
    undo: history.past.length === 0 ? undefined : () => setHistory(undo),
    redo: history.future.length === 0 ? undefined : () => setHistory(redo),
    discard: isDirty ? () => setHistory((now) => change(now, saved, null)) : undefined,
  };
  const { faults, clauses } = useReading(document);
  const others = busy ? null : othersDraft(plan, over);
  /** Goes on from what somebody else saved; what was typed is one step back. */
  const takeOthers = useCallback((version: PlanVersion) => {
    setSaved(version.document);
    setOver(placeOf(version));
    setHistory((now) => change(now, version.document, null));
  }, []);
  // Nothing typed is lost by showing what is new.
  if (others !== null && !isDirty) takeOthers(others);
  const busily = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } finally {
      setBusy(false);
    }
  };
  /** Writes the draft, the first time as the next version; over `place` when what stands there was read. What is refused is thrown. */
  const save = (place: ReadDraft | null = over) =>
    busily(async () => {
      setOver(await saveDraft(client, plan.id, place, document, () => setOver(null)));
      setSaved(document);
    });
  /** Back to what holds; the answer makes the draft again. */
  const remove = async (): Promise<() => Promise<void>> => {
    const before = saved;
    const holding = holdingOf(plan);
    await busily(async () => {
      if (over === null || holding === undefined) return;
      await deleteDraft(client, over);
      setOver(null);
      setSaved(holding.document);
      setHistory(begin(holding.document));
    });
    return () => undoDeletion(client, plan.id, before);
  };
  return {
    document,
    write,
    steps,
    faults,
    clauses,
    isDirty,
    busy,
    save,
    takeOthers,
    wasKept: first.typed !== null,
    /** What somebody else saved, while something typed stands here. */
    others: isDirty ? others : null,
    remove: over !== null && plan.versions.length > 1 ? remove : undefined,
  };
}

/** What the editor begins with: the draft or what holds, and what was typed before and not saved. */
function beginOn(plan: Plan): { base: PlanDocument; over: ReadDraft | null; typed: PlanDocument | null } {
  const draft = draftOf(plan);
  const base = (draft ?? holdingOf(plan))?.document;
  if (base === undefined) throw new Error('a plan has a version');
  const kept = readKept(plan.id);
  if (kept === null) return { base, over: placeOf(draft), typed: null };
  const isSame = JSON.stringify(kept.base) === JSON.stringify(base);
  // Written over what has changed since: it stands beside that, and the person decides.
  return isSame
    ? { base, over: placeOf(draft), typed: kept.document }
    : { base: kept.base, over: draft === undefined ? null : kept.over, typed: kept.document };
}

function placeOf(draft: PlanVersion | undefined): ReadDraft | null {
  return draft === undefined ? null : { id: draft.id, revision: draft.revision };
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
