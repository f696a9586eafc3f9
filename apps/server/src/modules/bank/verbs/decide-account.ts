import type { BankAccountAnswer } from '@cordee/contract/bank-account';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { answerOf } from '../account-answer.ts';
import { actorKey } from '../actor-key.ts';
import { mustDecideAccounts } from '../bank.policy.ts';
import {
  type AccountDecision,
  type AccountRecord,
  decideAccount,
  hasInForce,
  replace,
  selectAccountsById,
} from '../bank.store.ts';
import { loadRules } from '../payment-rules.store.ts';

const HOUR_MS = 3_600_000;

/**
 * Puts an account in force, in the place of the one before. Refuses `not_found`, `conflict` when it no longer waits, and
 * `same_person` to whoever entered it, while four eyes are the rule.
 */
export function confirmAccount(context: Context, id: string): Promise<BankAccountAnswer> {
  mustDecideAccounts(context.actor);
  const { workspaceId, actor } = context;
  return decide(context, id, 'bank_account.confirmed', async (tx, account) => {
    const { partnerId, enteredBy } = account;
    const { coolingHours, fourEyes } = await loadRules(tx, workspaceId);
    if (fourEyes && enteredBy === actorKey(actor)) throw new Refusal('same_person');
    const at = context.now();
    const isChange = await hasInForce(tx, workspaceId, partnerId);
    await replace(tx, workspaceId, account, 'in_force');
    const usableFrom = isChange && partnerId !== null ? at + coolingHours * HOUR_MS : at;
    return { state: 'in_force', at, by: actorKey(actor), usableFrom, reason: null };
  });
}

/** Refuses an account that waits, with a reason its partner is shown. Refuses `not_found`, and `conflict` when it no longer waits. */
export function refuseAccount(context: Context, id: string, reason: string): Promise<BankAccountAnswer> {
  mustDecideAccounts(context.actor);
  const by = actorKey(context.actor);
  const decision = () => ({ state: 'refused' as const, at: context.now(), by, usableFrom: null, reason });
  return decide(context, id, 'bank_account.refused', async () => decision());
}

function decide(
  context: Context,
  id: string,
  action: string,
  decisionOn: (tx: Tx, account: AccountRecord) => Promise<AccountDecision>,
): Promise<BankAccountAnswer> {
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    const before = await mustFind(tx, workspaceId, id);
    if (before.state !== 'to_confirm') throw notWaiting();
    if (!(await decideAccount(tx, workspaceId, id, await decisionOn(tx, before)))) throw notWaiting();
    const result = answerOf(await mustFind(tx, workspaceId, id), actor);
    return { result, audit: { action, subject: encodeId('bac', id), before: answerOf(before, actor), after: result } };
  });
}

async function mustFind(tx: Tx, workspaceId: string, id: string): Promise<AccountRecord> {
  const account = (await selectAccountsById(tx, workspaceId, [id])).get(id);
  if (account === undefined) throw new Refusal('not_found');
  return account;
}

function notWaiting(): Refusal {
  return new Refusal('conflict', [
    {
      path: 'id',
      rule: 'to_confirm',
      message: { en: 'This account no longer waits to be confirmed.', fr: "Ce compte n'attend plus de confirmation." },
    },
  ]);
}
