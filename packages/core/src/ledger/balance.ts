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

type Sums = { -readonly [Key in keyof AccountBalance]: AccountBalance[Key] };

/** Empty sums; each posting added debits one account and credits another, so all accounts of a currency always sum to zero. */
export function balancesOf(): Balances {
  const all: Sums[] = [];
  /** Of a partner few enough to look through. */
  const byPartner = new Map<string, Sums[]>();
  function entry({ partnerId, currency }: Posting, account: AccountKind): Sums {
    let own = byPartner.get(partnerId);
    if (own === undefined) {
      own = [];
      byPartner.set(partnerId, own);
    }
    for (const sums of own) if (sums.account === account && sums.currency === currency) return sums;
    const made = { partnerId, currency, account, debits: 0n, credits: 0n };
    own.push(made);
    all.push(made);
    return made;
  }
  return {
    add(posting) {
      entry(posting, posting.debit).debits += posting.amount;
      entry(posting, posting.credit).credits += posting.amount;
    },
    accounts: () => [...all],
  };
}
