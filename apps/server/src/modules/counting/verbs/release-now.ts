import { encodeId, factId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { permits } from '../../../platform/permits.ts';
import { Refusal } from '../../../platform/refusal.ts';

import type { Intake } from '../intake.ts';
import { maturityDraft } from './release-due.ts';

/** Releases now what would be released within minutes anyway: every hold that has ended. */
export async function releaseNow(context: Context, intake: Pick<Intake, 'submit'>) {
  if (!permits(context.actor, ['owner', 'finance'], 'money')) throw new Refusal('forbidden');
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
