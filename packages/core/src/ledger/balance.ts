import type { AccountKind, Posting } from './posting.ts';

export interface AccountBalance {
  readonly partnerId: string;
  readonly currency: string;
  readonly account: AccountKind;
  readonly debits: bigint;
  readonly credits: bigint;
}

/** Running sums per account, kept by adding postings. */
export interface Balances {
  add(posting: Posting): void;
  accounts(): AccountBalance[];
}

/** Empty sums; each posting added debits one account and credits another, so all accounts of a currency always sum to zero. */
export function balancesOf(): Balances {
  const accounts = new Map<
    string,
    { partnerId: string; currency: string; account: AccountKind; debits: bigint; credits: bigint }
  >();
  function entry(posting: Posting, account: AccountKind) {
    const key = `${posting.partnerId}|${posting.currency}|${account}`;
    let known = accounts.get(key);
    if (known === undefined) {
      known = { partnerId: posting.partnerId, currency: posting.currency, account, debits: 0n, credits: 0n };
      accounts.set(key, known);
    }
    return known;
  }
  return {
    add(posting) {
      entry(posting, posting.debit).debits += posting.amount;
      entry(posting, posting.credit).credits += posting.amount;
    },
    accounts: () => [...accounts.values()],
  };
}
