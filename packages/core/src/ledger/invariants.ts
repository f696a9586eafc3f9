import type { Transaction } from './posting.ts';

export interface LedgerFault {
  readonly factSeq: bigint;
  readonly code: 'empty' | 'not_positive' | 'same_account';
}

/** What is wrong with a transaction by itself; a list to report, empty when sound. Balance holds by the shape of postings. */
export function ledgerFaults(transaction: Transaction): LedgerFault[] {
  const { factSeq, postings } = transaction;
  if (postings.length === 0) return [{ factSeq, code: 'empty' }];
  const faults: LedgerFault[] = [];
  for (const posting of postings) {
    if (posting.amount <= 0n) faults.push({ factSeq, code: 'not_positive' });
    if (posting.debit === posting.credit) faults.push({ factSeq, code: 'same_account' });
  }
  return faults;
}
