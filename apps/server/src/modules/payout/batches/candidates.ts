import type { PaymentRules } from '@cordee/contract/bank-account';
import type { UnpayableReason } from '@cordee/contract/payout-batch';
import { isSepaIban } from '@cordee/core/payment';
import { DEFAULT_WISE_HEADER, type Rail, railUnits, wiseGaps } from '@cordee/core/rail';
import { localDateOf, type Instant } from '@cordee/core/time';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { accountsInForce, destinationOf, loadRules, type PayableAccount } from '../../bank/index.ts';
import { type RunningDebt, runningDebts } from '../../debt/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { allSums } from '../../ledger/index.ts';
import { paymentHolds } from '../payment-holds.ts';

/** By which rail, in which currency. */
export interface Way {
  readonly rail: Rail;
  readonly currency: string;
}

/** A partner with money in a currency that is payable, or too little of it, and what keeps it from being paid by a rail. */
export interface Candidate {
  readonly partnerId: string;
  /** What would be paid: less what is kept back. */
  readonly amount: bigint;
  /** Kept back when it is paid, by the plan it pays a debt back with. */
  readonly keptBack: bigint;
  readonly debt: RunningDebt | null;
  /** Where it is paid; null where nothing is in force, and of what is paid outside. */
  readonly account: PayableAccount | null;
  /** Empty: can be paid now. */
  readonly reasons: readonly UnpayableReason[];
}

/** All partners whose payable balance in a currency is not zero, or who pay a debt back by a plan, by id, with what speaks against paying each by a rail. */
export async function findCandidates(
  tx: Tx,
  workspaceId: string,
  { rail, currency }: Way,
  sealer: Sealer,
  now: Instant,
): Promise<Candidate[]> {
  const payable = new Map<string, bigint>();
  for (const sum of await allSums(tx, workspaceId)) {
    const { partnerId, account, debits, credits } = sum;
    if (account === 'payable' && sum.currency === currency && credits !== debits) payable.set(partnerId, credits - debits);
  }
  const debts = await runningDebts(tx, workspaceId, currency, localDateOf(now, await zoneOf(tx, workspaceId)));
  const ids = [...new Set([...payable.keys(), ...debts.keys()])].toSorted();
  const accounts = rail === 'outside' ? new Map<string, PayableAccount>() : await accountsInForce(tx, workspaceId, rail, ids);
  const rules = await loadRules(tx, workspaceId);
  const holds = await paymentHolds(tx, workspaceId, ids, { now, sealer });
  return ids.map((partnerId) => {
    const debt = debts.get(partnerId) ?? null;
    const balance = payable.get(partnerId) ?? 0n;
    const keptBack = debt?.keptBackOf(balance) ?? 0n;
    const amount = balance - keptBack;
    const account = accounts.get(partnerId) ?? null;
    const reasons = [
      ...amountReasons(amount, { rail, currency }, rules),
      ...(rail === 'outside' ? [] : accountReasons(account, rules, sealer, now)),
      ...(holds.get(partnerId) ?? []),
    ];
    return { partnerId, amount, keptBack, debt, account, reasons };
  });
}

function amountReasons(amount: bigint, { rail, currency }: Way, rules: PaymentRules): UnpayableReason[] {
  if (amount <= 0n) return ['nothing_payable'];
  if (amount < minimumIn(currency, rules)) return ['below_minimum'];
  return railUnits(rail, amount, currency) === null ? ['amount_inexact'] : [];
}

function minimumIn(currency: string, { minimumAmount, minimums }: PaymentRules): bigint {
  if (currency === 'EUR') return BigInt(minimumAmount);
  return BigInt(minimums.find((one) => one.currency === currency)?.amount ?? 0);
}

/** Also for an account that was payable when a batch was made. */
export function accountReasons(
  account: PayableAccount | null,
  { wiseHeader }: Pick<PaymentRules, 'wiseHeader'>,
  sealer: Sealer,
  now: Instant,
): UnpayableReason[] {
  if (account === null) return ['no_account'];
  if (account.usableFrom === null || account.usableFrom > now) return ['account_cooling'];
  const to = destinationOf(account, sealer);
  if (to.rail === 'sepa') return isSepaIban(to.iban) ? [] : ['account_elsewhere'];
  if (to.rail !== 'wise') return [];
  return wiseGaps(wiseColumns(wiseHeader), { ...to, holder: account.holder }).length === 0 ? [] : ['account_incomplete'];
}

/** The columns of the company's template for Wise. */
export function wiseColumns(header: string | null): readonly string[] {
  return header === null ? DEFAULT_WISE_HEADER : header.split(',');
}
