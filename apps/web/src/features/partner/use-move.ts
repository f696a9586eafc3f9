import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { problemToast, toast } from '../../ui/toast.ts';
import type { ListedPartner, Stage } from './partner.queries.ts';
import { stageWords } from './stage-words.ts';

/** Moves a partner to another stage, offers to take it back, and says what is refused. */
export function useMove(onMoved: (id: string) => void): (partner: ListedPartner, to: Stage) => Promise<void> {
  const { t } = useLingui();
  const client = useQueryClient();
  return useCallback(
    async ({ id, name, stage: before }, to) => {
      const go = async (stage: Stage) => {
        await call('changeStage', { params: { id }, body: { stage } });
        onMoved(id);
        await refresh(client, 'listPartners', 'countStages', 'getPartner', 'getTimeline');
      };
      try {
        await go(to);
        const word = t(stageWords[to]);
        toast(t`${name}: ${word}`, before === null ? undefined : () => void go(before).catch(problemToast));
      } catch (refusal) {
        problemToast(refusal);
      }
    },
    [t, client, onMoved],
  );
}
