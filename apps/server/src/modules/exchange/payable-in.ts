import { exchangedAmount, type ExchangeTerms } from '@cordee/core/counting';
import type { Tx } from '../../platform/db/index.ts';
import { allSums } from '../ledger/index.ts';

export interface Payable {
  readonly partnerId: string;
  readonly amount: bigint;
}

/** What is payable to partners, or owed by them, in each currency; balances of zero are left out. */
export async function payableByCurrency(tx: Tx, workspaceId: string): Promise<Map<string, Payable[]>> {
  const found = new Map<string, Payable[]>();
  for (const { partnerId, currency, account, debits, credits } of await allSums(tx, workspaceId)) {
    if (account !== 'payable' || credits === debits) continue;
    const list = found.get(currency) ?? [];
    list.push({ partnerId, amount: credits - debits });
    found.set(currency, list);
  }
  return found;
}

/** What a balance becomes; 0 when that is less than half of the new currency's minor unit. */
export function exchanged({ amount }: Payable, currency: string, exchange: ExchangeTerms): bigint {
  return exchangedAmount({ currency, amount, body: { exchange } });
}
