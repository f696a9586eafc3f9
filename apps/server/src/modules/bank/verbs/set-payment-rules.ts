import type { PaymentRules } from '@cordee/contract/bank-account';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { write } from '../../../platform/verb.ts';
import { mustSetRules } from '../bank.policy.ts';
import { loadRules, saveRules } from '../payment-rules.store.ts';

/** Sets by which rules partners are paid from now on. */
export function setPaymentRules(context: Context, rules: PaymentRules): Promise<PaymentRules> {
  mustSetRules(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const before = await loadRules(tx, workspaceId);
    await saveRules(tx, workspaceId, rules);
    const audit = { action: 'payment_rules.set', subject: encodeId('wsp', workspaceId), before, after: rules };
    return { result: rules, audit };
  });
}
