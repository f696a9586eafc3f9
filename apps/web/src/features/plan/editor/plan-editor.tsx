import { Alert, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { asProblem } from '../../../lib/api/problem.ts';
import { chosenMembership } from '../../../lib/membership-choice.ts';
import { useLanguage } from '../../../lib/use-language.ts';
import { problemToast, toast } from '../../../ui/toast.ts';
import { useLingui } from '@lingui/react/macro';
import { holdingOf, planQuery, type Plan } from '../plan.queries.ts';
import { AttributionPart } from './attribution-part.tsx';
import { ClausesBeside } from './clauses-beside.tsx';
import { EditorBar } from './editor-bar.tsx';
import classes from './editor.module.css';
import { GeneralPart } from './general-part.tsx';
import { CapsPart, UplinePart } from './limits-part.tsx';
import type { ReadDraft } from './kept-document.ts';
import { OthersNotice } from './others-notice.tsx';
import { PlanEditingProvider, type PlanEditing } from './plan-editing.tsx';
import { goToFault } from './go-to-fault.ts';
import { RulesPart } from './rules-part.tsx';
import { usePlanDraft } from './use-plan-draft.ts';

const route = getRouteApi('/console/plans/$planId/edit');

/** The next version of a plan as it is written, with its clauses in both languages beside it. */
export function PlanEditor() {
  const { planId } = route.useParams();
  const { data: plan } = useQuery(planQuery(planId));
  return plan === undefined ? null : <Editor key={plan.id} plan={plan} />;
}

function Editor({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const draft = usePlanDraft(plan);
  const [rule, setRule] = useState<string | null>(null);
  const [ask, setAsk] = useState(0);
  const editing = useEditing(draft, setRule, ask);
  const holding = holdingOf(plan);
  const firstFault = () => {
    const [first] = draft.faults;
    if (first === undefined) return;
    setAsk((count) => count + 1);
    goToFault(first.path);
  };
  const save = async (over?: ReadDraft) => {
    if (editing.readOnly || draft.busy || !draft.isDirty) return;
    if (draft.faults.length > 0) return firstFault();
    try {
      await draft.save(over);
      toast(t`The draft is saved. Partners see nothing of it before it is published.`);
    } catch (error) {
      // What somebody else saved stands above what was typed.
      if (asProblem(error).code !== 'conflict') problemToast(error);
    }
  };
  const { others } = draft;
  useHotkeys([
    ['mod+Z', () => draft.steps.undo?.()],
    ['mod+shift+Z', () => draft.steps.redo?.()],
  ]);
  // Saving works from within a field as well.
  useHotkeys([['mod+S', () => void save()]], []);
  return (
    <PlanEditingProvider value={editing}>
      <EditorBar draft={draft} readOnly={editing.readOnly} onSave={() => void save()} onFirstFault={firstFault} />
      {others !== null && !editing.readOnly && (
        <OthersNotice
          others={others}
          own={draft.clauses?.isCurrent === true ? draft.clauses.read : undefined}
          onTake={() => draft.takeOthers(others)}
          onKeep={() => void save(others)}
        />
      )}
      {draft.wasKept && draft.isDirty && (
        <Alert color="gray" variant="outline" mb="md">
          <Trans>What you had typed and not saved is here again.</Trans>
        </Alert>
      )}
      <div className={classes['columns']}>
        <Stack gap="xs">
          <RulesPart />
          <AttributionPart />
          <CapsPart />
          <UplinePart />
          <GeneralPart />
        </Stack>
        <ClausesBeside
          clauses={draft.clauses}
          before={holding?.state === 'draft' ? undefined : holding}
          faults={draft.faults.length}
          current={rule}
        />
      </div>
    </PlanEditingProvider>
  );
}

function useEditing(draft: ReturnType<typeof usePlanDraft>, onRule: PlanEditing['onRule'], ask: number): PlanEditing {
  const language = useLanguage();
  const { document, write, faults } = draft;
  const readOnly = !['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  return useMemo(() => {
    const byPath = new Map(faults.toReversed().map(({ path, message }) => [path, message[language]]));
    return {
      document,
      write,
      readOnly,
      onRule,
      faultAt: (path) => byPath.get(path),
      faultsUnder: (path) =>
        faults.filter(
          (fault) => fault.path === path || (/^[.[]/.test(fault.path.slice(path.length)) && fault.path.startsWith(path)),
        ).length,
      firstFault: ask === 0 ? null : { path: faults[0]?.path ?? '', ask },
    };
  }, [document, write, readOnly, onRule, faults, language, ask]);
}
