import type { UnpayableReason } from '@cordee/contract/payout-batch';
import { isSepaIban } from '@cordee/core/payment';
import type { Instant } from '@cordee/core/time';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { accountsInForce, loadRules, type PayableAccount } from '../../bank/index.ts';
import { allSums } from '../../ledger/index.ts';
import { taxHolds } from '../../tax/index.ts';

/** A partner with money in euros that is payable, or too little of it, and what keeps it from being paid. */
export interface Candidate {
  readonly partnerId: string;
  readonly amount: bigint;
  readonly account: PayableAccount | null;
  /** Empty: can be paid now. */
  readonly reasons: readonly UnpayableReason[];
}

/** All partners whose payable balance in euros is not zero, by id, with what speaks against paying each. */
export async function findCandidates(tx: Tx, workspaceId: string, sealer: Sealer, now: Instant): Promise<Candidate[]> {
  const payable = new Map<string, bigint>();
  for (const { partnerId, currency, account, debits, credits } of await allSums(tx, workspaceId)) {
    if (account === 'payable' && currency === 'EUR' && credits !== debits) payable.set(partnerId, credits - debits);
  }
  const accounts = await accountsInForce(tx, workspaceId, [...payable.keys()]);
  const { minimumAmount } = await loadRules(tx, workspaceId);
  const holds = await taxHolds(tx, workspaceId, [...payable.keys()], now);
  const ids = [...payable.keys()].toSorted();
  return ids.map((partnerId) => {
    const amount = payable.get(partnerId) ?? 0n;
    const account = accounts.get(partnerId) ?? null;
    const hold = holds.get(partnerId);
    const reasons = [
      ...amountReasons(amount, BigInt(minimumAmount)),
      ...accountReasons(account, sealer, now),
      ...(hold === undefined ? [] : [hold]),
    ];
    return { partnerId, amount, account, reasons };
  });
}

function amountReasons(amount: bigint, minimum: bigint): UnpayableReason[] {
  if (amount <= 0n) return ['nothing_payable'];
  return amount < minimum ? ['below_minimum'] : [];
}

/** Also for an account that was payable when a batch was made. */
export function accountReasons(account: PayableAccount | null, sealer: Sealer, now: Instant): UnpayableReason[] {
  if (account === null) return ['no_account'];
  if (account.usableFrom === null || account.usableFrom > now) return ['account_cooling'];
  return isSepaIban(sealer.open(account.iban)) ? [] : ['account_elsewhere'];
}
