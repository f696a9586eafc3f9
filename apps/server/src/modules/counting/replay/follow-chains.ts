import { canonicalFact, type Outcome } from '@cordee/core/counting';
import type { Transaction } from '@cordee/core/ledger';
import type { Instant } from '@cordee/core/time';
import { chainHash } from '../../fact/index.ts';
import { transactionHash } from '../../ledger/index.ts';
import type { ReadFact } from './read-facts.store.ts';

export type Report = (check: string, factSeq: bigint | null, expected: string, found: string) => void;

/** Where both chains should have come to. */
export interface ChainHeads {
  readonly factSeq: bigint;
  readonly factHash: string;
  readonly countedSeq: bigint;
  readonly transactionHash: string;
}

/** A transaction as stored: its kind and the hexadecimal text of its hash. */
export interface StoredLink {
  readonly seq: bigint;
  readonly kind: string;
  readonly hash: string;
}

/** Follows the chains of facts and of transactions from their beginnings. */
export function followChains(report: Report) {
  const facts = chain();
  const books = chain();
  let seq = 0n;
  let stored: readonly StoredLink[] = [];
  let index = 0;
  const counts = { facts: 0, transactions: 0, postings: 0 };

  /** Those nobody expected, of facts before this one. */
  function passUnexpected(before: bigint | null): void {
    for (let link = stored[index]; link !== undefined && (before === null || link.seq < before); link = stored[index]) {
      index += 1;
      books.alsoFrom(link.hash);
      report('ledger_transaction', link.seq, '(no row)', `${link.kind} ${link.hash}`);
    }
  }

  function followBooks(transaction: Transaction, recordedAt: Instant): void {
    passUnexpected(seq);
    const found = stored[index]?.seq === seq ? stored[index] : undefined;
    if (found !== undefined) index += 1;
    const hash = books.next(found?.hash, (previous) => transactionHash(previous, transaction, recordedAt));
    if (found?.hash === hash && found.kind === transaction.kind) return;
    const text = found === undefined ? '(no row)' : `${found.kind} ${found.hash}`;
    report('ledger_transaction', seq, `${transaction.kind} ${hash}`, text);
  }

  return {
    counts,
    /** What is stored of the transactions of the next facts, in order; those of the facts before are settled. */
    expect(links: readonly StoredLink[]): void {
      passUnexpected(null);
      [stored, index] = [links, 0];
    },
    add({ fact, bodyText, hash }: ReadFact, { transaction }: Outcome): void {
      counts.facts += 1;
      if (fact.seq !== seq + 1n) report('fact order', fact.seq, String(seq + 1n), String(fact.seq));
      seq = fact.seq;
      const text = canonicalFact({ ...fact, body: bodyText });
      const expected = facts.next(hash, (previous) => chainHash(previous, text));
      if (expected !== hash) report('fact chain', seq, expected, hash);
      if (transaction === null) return;
      counts.transactions += 1;
      counts.postings += transaction.postings.length;
      followBooks(transaction, fact.recordedAt);
    },
    end(heads: ChainHeads): { factHash: string; transactionHash: string } {
      passUnexpected(null);
      const through = heads.countedSeq === heads.factSeq;
      if (through && !facts.endsWith(heads.factHash)) report('fact head', heads.factSeq, facts.end(), heads.factHash);
      if (!books.endsWith(heads.transactionHash)) report('transaction head', null, books.end(), heads.transactionHash);
      return { factHash: facts.end(), transactionHash: books.end() };
    },
  };
}

/**
 * After a link that does not fit, the next may follow what is stored there (its content was altered) or what should be (its hash
 * was): one alteration is reported once, and where it is.
 */
function chain() {
  let ends: string[] = ['0'.repeat(64)];
  return {
    /** The hash the next link should have: the stored one if it fits. */
    next(stored: string | undefined, hashAfter: (previous: string) => string): string {
      let expected = '';
      const candidates: string[] = [];
      for (const end of ends) {
        const hash = hashAfter(end);
        if (hash === stored) {
          ends = [hash];
          return hash;
        }
        if (expected === '') expected = hash;
        candidates.push(hash);
      }
      const first = candidates.slice(0, 1);
      ends = stored === undefined ? first : [...first, stored];
      return expected;
    },
    /** A link nobody expected: what follows may hang on it. */
    alsoFrom(hash: string): void {
      ends.push(hash);
    },
    endsWith: (hash: string) => ends.includes(hash),
    end: () => ends[0] ?? '',
  };
}
