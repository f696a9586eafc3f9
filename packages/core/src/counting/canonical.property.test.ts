import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Posting, Transaction } from '../ledger/index.ts';
import { canonicalFact, canonicalTransaction, transactionOf, type StoredFact } from './canonical.ts';

const seqs = fc.bigInt({ min: 1n, max: (1n << 62n) - 1n });
const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const accounts = fc.constantFrom<Posting['debit']>('pending', 'payable', 'in_payout', 'paid', 'commission_expense', 'exchange');

const postings: fc.Arbitrary<Posting> = fc.record({
  debit: accounts,
  credit: accounts,
  partnerId: fc.uuid(),
  currency: fc.constantFrom('EUR', 'CHF', 'JPY'),
  amount: seqs,
  commission: fc.option(fc.record({ factSeq: seqs, number: fc.nat(4000) }), { nil: null }),
});

const transactions: fc.Arbitrary<Transaction> = fc.record({
  factSeq: seqs,
  kind: fc.constantFrom<Transaction['kind']>('accrual', 'reversal', 'release', 'payout_started'),
  effectiveAt: instants,
  postings: fc.array(postings, { maxLength: 5 }),
});

it('the canonical text of a transaction says all of it, on one line', () => {
  fc.assert(
    fc.property(transactions, instants, (transaction, recordedAt) => {
      const text = canonicalTransaction(transaction, recordedAt);
      expect(transactionOf(text)).toEqual(transaction);
      expect(text).not.toContain('\n');
    }),
  );
});

it('a text that no transaction has is refused', () => {
  for (const text of [
    'x\u001Faccrual\u001F1\u001F1',
    '1\u001Faccrual\u001F1\u001F1\u001Fpending\u001Fpaid\u001Fp\u001FEUR\u001Fmuch\u001F',
  ]) {
    expect(() => transactionOf(text)).toThrow(SyntaxError);
  }
});

it('the canonical text of a fact is the same of its values and of their spelling', () => {
  const facts: fc.Arbitrary<StoredFact> = fc.record({
    seq: seqs,
    kind: fc.constantFrom('sale', 'refund'),
    source: fc.string(),
    externalId: fc.string(),
    occurredAt: instants,
    recordedAt: instants,
    customerId: fc.option(fc.uuid(), { nil: null }),
    currency: fc.option(fc.constantFrom('EUR', 'CHF'), { nil: null }),
    amount: fc.option(fc.bigInt({ min: -(1n << 62n), max: 1n << 62n }), { nil: null }),
    targetSeq: fc.option(seqs, { nil: null }),
    body: fc.json(),
  });
  fc.assert(
    fc.property(facts, (fact) => {
      const spelled = {
        ...fact,
        seq: String(fact.seq),
        occurredAt: String(fact.occurredAt),
        recordedAt: String(fact.recordedAt),
        amount: fact.amount === null ? null : String(fact.amount),
        targetSeq: fact.targetSeq === null ? null : String(fact.targetSeq),
      };
      expect(canonicalFact(spelled)).toBe(canonicalFact(fact));
    }),
  );
});
