import type { TrialBalanceAnswer } from '@cordee/contract/ledger';
import { accountKinds } from '@cordee/core/ledger';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { accountTotals, type AccountTotal } from '../ledger.store.ts';

/** All accounts of the workspace by kind, per currency, now or as they stood. Balances are credits less debits. */
export async function getTrialBalance(
  context: Context,
  { at, knownAt }: { readonly at?: Instant | undefined; readonly knownAt?: Instant | undefined },
): Promise<Wire<TrialBalanceAnswer>> {
  const past = at === undefined && knownAt === undefined ? null : { before: at, knownAt };
  const totals = await read(context, (tx) => accountTotals(tx, context.workspaceId, past));
  const currencies = [...new Set(totals.map(({ currency }) => currency))].sort();
  return currencies.map((currency) =>
    balanceOf(
      currency,
      totals.filter((total) => total.currency === currency),
    ),
  );
}

function balanceOf(currency: string, totals: readonly AccountTotal[]): Wire<TrialBalanceAnswer[number]> {
  const accounts = accountKinds.flatMap((account) => {
    const found = totals.find((total) => total.account === account);
    if (found === undefined) return [];
    const { debits, credits } = found;
    return [{ account, debits, credits, balance: credits - debits }];
  });
  const debits = sum(accounts.map((account) => account.debits));
  const credits = sum(accounts.map((account) => account.credits));
  return { currency, accounts, debits, credits, difference: debits - credits };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
