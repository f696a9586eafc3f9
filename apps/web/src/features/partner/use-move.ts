import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { call } from '../../lib/api/call.ts';
import { asProblem } from '../../lib/api/problem.ts';
import { refresh } from '../../lib/api/queries.ts';
import { problemToast, toast } from '../../ui/toast.ts';
import type { ListedPartner, Stage } from './partner.queries.ts';
import { stageWords } from './stage-words.ts';

/** Moves a partner to another stage, offers to take it back, and leads to what is missing where a gate keeps it. */
export function useMove(onMoved: (id: string) => void): (partner: ListedPartner, to: Stage) => Promise<void> {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async ({ id, name, stage: before }, to) => {
      const go = async (stage: Stage) => {
        await call('changeStage', { params: { id }, body: { stage } });
        await again();
      };
      const again = async () => {
        onMoved(id);
        await refresh(client, 'listPartners', 'countStages', 'getPartner', 'getTimeline');
      };
      try {
        await call('movePartnership', { params: { id }, body: { to, waivers: [] } });
        await again();
        const word = t(stageWords[to]);
        toast(t`${name}: ${word}`, before === null ? undefined : () => void go(before).catch(problemToast));
      } catch (refusal) {
        // What is missing, or that the move is not foreseen, is read where it can be waived.
        const { code } = asProblem(refusal);
        if (code !== 'gates_shut' && code !== 'conflict') return problemToast(refusal);
        await navigate({ to: '/console/partners/$partnerId/partnership', params: { partnerId: id }, search: { to } });
      }
    },
    [t, client, navigate, onMoved],
  );
}
