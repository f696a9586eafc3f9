import type { BankAccountAnswer } from '@cordee/contract/bank-account';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { partnerNames } from '../../partner/index.ts';
import { answerOf } from '../account-answer.ts';
import { mustSeeAccounts, mustSeeAllAccounts } from '../bank.policy.ts';
import { type AccountState, selectAccounts, selectAllAccounts } from '../bank.store.ts';

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

/** A page of the accounts of all partners and of the company, newest first: those that wait, for whoever confirms them. */
export function listAllAccounts(
  context: Context,
  query: { readonly limit: number; readonly cursor?: string | undefined; readonly state?: AccountState | undefined },
): Promise<{ items: BankAccountAnswer[]; nextCursor: string | null }> {
  const { workspaceId, actor } = context;
  mustSeeAllAccounts(actor);
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const rows = await selectAllAccounts(tx, workspaceId, { state: query.state ?? null, before, limit: query.limit + 1 });
    return pageOfRows(
      rows,
      query.limit,
      (account) => answerOf(account, actor),
      ({ id }) => [id],
    );
  });
}
