import type { ClaimTermsAnswer } from '@cordee/contract/claim-terms';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { write } from '../../../platform/verb.ts';
import { mustAnswer } from '../claim.policy.ts';
import { setShowsStatistics, showsStatistics } from '../claim-terms.store.ts';
import { termsAnswer } from '../read-terms.ts';

/** Lets partners read how the company answers, or no longer. */
export function changeClaimSettings(context: Context, shown: boolean): Promise<Wire<ClaimTermsAnswer>> {
  mustAnswer(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const before = { showsStatistics: await showsStatistics(tx, workspaceId) };
    await setShowsStatistics(tx, workspaceId, shown);
    const result = await termsAnswer(tx, workspaceId, null);
    const subject = encodeId('wsp', workspaceId);
    return { result, audit: { action: 'claim_settings.changed', subject, before, after: { showsStatistics: shown } } };
  });
}
