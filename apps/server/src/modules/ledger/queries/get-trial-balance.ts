import type { TrialBalanceAnswer } from '@cordee/contract/ledger';
import { accountKinds } from '@cordee/core/ledger';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { allSums, allSumsAt, type AccountSum } from '../ledger.store.ts';

/** All accounts of the workspace by kind, per currency, now or as they stood. Balances are credits less debits. */
export async function getTrialBalance(
  context: Context,
  { at, knownAt }: { readonly at?: Instant | undefined; readonly knownAt?: Instant | undefined },
): Promise<Wire<TrialBalanceAnswer>> {
  const isNow = at === undefined && knownAt === undefined;
  const sums = await read(context, (tx) =>
    isNow ? allSums(tx, context.workspaceId) : allSumsAt(tx, context.workspaceId, { before: at, knownAt }),
  );
  const currencies = [...new Set(sums.map(({ currency }) => currency))].sort();
  return currencies.map((currency) =>
    balanceOf(
      currency,
      sums.filter((sum) => sum.currency === currency),
    ),
  );
}

function balanceOf(currency: string, sums: readonly AccountSum[]): Wire<TrialBalanceAnswer[number]> {
  const accounts = accountKinds.flatMap((account) => {
    const own = sums.filter((sum) => sum.account === account);
    if (own.length === 0) return [];
    const debits = total(own.map((sum) => sum.debits));
    const credits = total(own.map((sum) => sum.credits));
    return [{ account, debits, credits, balance: credits - debits }];
  });
  const debits = total(accounts.map((account) => account.debits));
  const credits = total(accounts.map((account) => account.credits));
  return { currency, accounts, debits, credits, difference: debits - credits };
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
