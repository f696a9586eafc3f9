import type { Partner } from '@cordee/contract/partner';
import type { ChangeStage } from '@cordee/contract/partnership';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { toContract } from '../partner-answer.ts';
import { mustManagePartners } from '../partner.policy.ts';
import { findPartner } from '../partner.store.ts';
import { insertStage, moveToStage } from '../stage.store.ts';

const FUTURE_MS = 5 * 60_000;

/**
 * Moves a partner to a stage, since now or since an earlier instant. Nothing is counted by it: enrollments say what pays. To
 * the stage it stands at changes nothing. Refuses `not_found`, and `clock_in_future`.
 */
export function changeStage(context: Context, partnerId: string, input: ChangeStage): Promise<Partner> {
  mustManagePartners(context.actor);
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const now = context.now();
    const since = input.since ?? now;
    if (since > now + FUTURE_MS) throw inFuture(now);
    const before = await findPartner(tx, workspaceId, partnerId);
    if (before === null) throw new Refusal('not_found');
    const { stage, reason = null } = input;
    const [moved] = await moveToStage(tx, workspaceId, [partnerId], stage, since);
    if (moved === undefined) return { result: toContract(before), audit: null };
    await insertStage(tx, workspaceId, { partnerId, stage, reason, from: since, recordedAt: now, actor });
    const result = toContract({ ...before, stage, stageSince: since });
    return {
      result,
      audit: {
        action: 'partner.stage_changed',
        subject: encodeId('prt', partnerId),
        before: { stage: before.stage },
        after: { stage, since: result.stageSince, reason },
      },
    };
  });
}

function inFuture(now: number): Refusal {
  return new Refusal('clock_in_future', [
    {
      path: 'since',
      rule: 'not_in_future',
      message: { en: 'A stage begins now or began earlier.', fr: 'Une étape commence maintenant ou a commencé plus tôt.' },
      example: formatInstant(now),
    },
  ]);
}
