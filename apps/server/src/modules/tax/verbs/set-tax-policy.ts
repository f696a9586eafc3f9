import type { TaxPolicy } from '@cordee/contract/tax-policy';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { write } from '../../../platform/verb.ts';
import { loadPolicy, savePolicy } from '../policy.store.ts';
import { mustAnswerForTax } from '../tax.policy.ts';

/** Sets how tax details are looked after from now on. */
export function setTaxPolicy(context: Context, policy: TaxPolicy): Promise<TaxPolicy> {
  mustAnswerForTax(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const before = await loadPolicy(tx, workspaceId);
    await savePolicy(tx, workspaceId, policy);
    const audit = { action: 'tax_policy.set', subject: encodeId('wsp', workspaceId), before, after: policy };
    return { result: policy, audit };
  });
}
