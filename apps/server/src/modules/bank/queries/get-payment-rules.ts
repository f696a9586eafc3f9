import type { PaymentRules } from '@cordee/contract/bank-account';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { mustSeeRules } from '../bank.policy.ts';
import { loadRules } from '../payment-rules.store.ts';

/** The rules of paying in force. */
export function getPaymentRules(context: Context): Promise<PaymentRules> {
  mustSeeRules(context.actor);
  return read(context, (tx) => loadRules(tx, context.workspaceId));
}
