import type { BankAccountAnswer } from '@cordee/contract/bank-account';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { partnerNames } from '../../partner/index.ts';
import { answerOf } from '../account-answer.ts';
import { mustSeeAccounts } from '../bank.policy.ts';
import { selectAccounts } from '../bank.store.ts';

/** The accounts of a partner, or with null of the company, newest first. Refuses `not_found` for an unknown partner. */
export function listAccounts(context: Context, partnerId: string | null): Promise<{ items: BankAccountAnswer[] }> {
  mustSeeAccounts(context.actor, partnerId);
  const { workspaceId, actor } = context;
  return read(context, async (tx) => {
    if (partnerId !== null && !(await partnerNames(tx, workspaceId, [partnerId])).has(partnerId)) throw new Refusal('not_found');
    const accounts = await selectAccounts(tx, workspaceId, partnerId);
    return { items: accounts.map((account) => answerOf(account, actor)) };
  });
}
