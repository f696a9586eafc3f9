import { encodeId, factId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';

import type { Intake } from '../intake.ts';
import { maturityDraft } from './release-due.ts';
import { mayRelease } from '../counting.policy.ts';

/** Releases now what would be released within minutes anyway: every hold that has ended. */
export async function releaseNow(context: Context, intake: Pick<Intake, 'submit'>) {
  mayRelease(context.actor);
  const now = context.now();
  const { fact, outcome } = await intake.submit(context.workspaceId, maturityDraft(now, now));
  return {
    factId: factId(fact.recordedAt, fact.seq),
    released: (outcome?.transaction?.postings ?? []).map(({ partnerId, currency, amount }) => ({
      partnerId: encodeId('prt', partnerId),
      currency,
      amount,
    })),
  };
}
