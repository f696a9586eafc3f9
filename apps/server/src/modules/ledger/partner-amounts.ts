import type { AccountKind } from '@cordee/core/ledger';
import type { AccountSum } from './ledger.store.ts';

/** What a partner has in each of its accounts, in minor units; positive when it is owed or was paid. */
export interface PartnerAmounts {
  readonly pending: bigint;
  readonly payable: bigint;
  readonly inPayout: bigint;
  readonly paid: bigint;
}

export const noAmounts: PartnerAmounts = { pending: 0n, payable: 0n, inPayout: 0n, paid: 0n };

const fields: Readonly<Partial<Record<AccountKind, keyof PartnerAmounts>>> = {
  pending: 'pending',
  payable: 'payable',
  in_payout: 'inPayout',
  paid: 'paid',
};

/** Sums of accounts as a partner reads them, by currency in alphabetical order; the company's own accounts are left out. */
export function amountsByCurrency(sums: readonly AccountSum[]): Map<string, PartnerAmounts> {
  const amounts = new Map<string, PartnerAmounts>();
  for (const { currency, account, debits, credits } of sums.toSorted((a, b) => (a.currency < b.currency ? -1 : 1))) {
    const field = fields[account];
    if (field === undefined) continue;
    const known = amounts.get(currency) ?? noAmounts;
    amounts.set(currency, { ...known, [field]: known[field] + credits - debits });
  }
  return amounts;
}

/** What one posting adds to each account. */
export function amountsOf(posting: {
  readonly debit: AccountKind;
  readonly credit: AccountKind;
  readonly amount: bigint;
}): PartnerAmounts {
  const from = fields[posting.debit];
  const to = fields[posting.credit];
  return {
    ...noAmounts,
    ...(from === undefined ? {} : { [from]: -posting.amount }),
    ...(to === undefined ? {} : { [to]: posting.amount }),
  };
}

export function addAmounts(a: PartnerAmounts, b: PartnerAmounts): PartnerAmounts {
  return {
    pending: a.pending + b.pending,
    payable: a.payable + b.payable,
    inPayout: a.inPayout + b.inPayout,
    paid: a.paid + b.paid,
  };
}
