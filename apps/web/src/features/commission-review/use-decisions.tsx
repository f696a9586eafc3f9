import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { problemToast, toast } from '../../ui/toast.ts';
import { createDecisionQueue, type Decision } from './decision-queue.ts';

const AT_ONCE = 1000;

/** Decisions with their undo, and which commissions are decided about already. */
export function useDecisions() {
  const { t } = useLingui();
  const client = useQueryClient();
  const [queue] = useState(() => createDecisionQueue((decision, leaving) => send(client, decision, leaving)));
  const decided = useSyncExternalStore(queue.subscribe, queue.decided);
  useEffect(() => {
    window.addEventListener('pagehide', queue.flush);
    return () => {
      window.removeEventListener('pagehide', queue.flush);
      queue.flush();
    };
  }, [queue]);
  const said = useCallback(
    ({ action, commissionIds: { length: count } }: Decision): string => {
      switch (action) {
        case 'approve':
          return t`${plural(count, { one: '# commission approved', other: '# commissions approved' })}`;
        case 'hold':
          return t`${plural(count, { one: '# commission is held', other: '# commissions are held' })}`;
        case 'unhold':
          return t`${plural(count, { one: '# commission let go', other: '# commissions let go' })}`;
        case 'refuse':
          return t`${plural(count, { one: '# commission refused', other: '# commissions refused' })}`;
        default:
          return action satisfies never;
      }
    },
    [t],
  );
  const decide = useCallback(
    (decision: Decision) => {
      const number = queue.decide(decision);
      toast(said(decision), () => {
        if (!queue.undo(number)) toast(t`Too late: it is recorded already.`);
      });
    },
    [queue, said, t],
  );
  const undoLatest = useCallback(() => {
    toast(queue.undoLatest() === null ? t`Nothing left to undo.` : t`Taken back.`);
  }, [queue, t]);
  return { decide, undoLatest, decided };
}

async function send(client: QueryClient, { action, commissionIds, reason }: Decision, keepalive: boolean): Promise<void> {
  try {
    for (let at = 0; at < commissionIds.length; at += AT_ONCE) {
      const ids = commissionIds.slice(at, at + AT_ONCE);
      const body = { action, commissionIds: ids, ...(reason === undefined ? {} : { reason }) };
      const { outcomes } = await call('reviewCommissions', { body }, { keepalive });
      const impossible = new Set(outcomes.flatMap(({ because }) => because?.text ?? []));
      for (const text of impossible) toast(text);
    }
  } catch (error) {
    problemToast(error);
  }
  await refresh(client, 'listCommissions', 'getCommission', 'getHome', 'listFacts', 'getBalance');
}
