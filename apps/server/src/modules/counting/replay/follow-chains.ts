import { canonicalFact } from '@cordee/core/counting';
import { chainHash } from '../../fact/index.ts';
import { transactionHash } from '../../ledger/index.ts';
import type { Report } from './differences.ts';
import { spelledFact } from './read-facts.store.ts';

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

  /** Those nobody expected, of facts before this one. */
  function passUnexpected(before: bigint | null): void {
    for (let link = stored[index]; link !== undefined && (before === null || link.seq < before); link = stored[index]) {
      index += 1;
      books.alsoFrom(link.hash);
      report('ledger_transaction', link.seq, '(no row)', `${link.kind} ${link.hash}`);
    }
  }

  /** `canonical` is the transaction that follows from the fact. */
  function followBooks(canonical: string): void {
    passUnexpected(seq);
    const found = stored[index]?.seq === seq ? stored[index] : undefined;
    if (found !== undefined) index += 1;
    const hash = books.next(found?.hash, (previous) => transactionHash(previous, canonical));
    const kind = canonical.split('\u001F', 2)[1] ?? '';
    if (found?.hash === hash && found.kind === kind) return;
    const text = found === undefined ? '(no row)' : `${found.kind} ${found.hash}`;
    report('ledger_transaction', seq, `${kind} ${hash}`, text);
  }

  return {
    /** What is stored of the transactions of the next facts, in order; those of the facts before are settled. */
    expect(links: readonly StoredLink[]): void {
      passUnexpected(null);
      [stored, index] = [links, 0];
    },
    /** The next fact, as `readFacts` tells its line, and the canonical text of the transaction it must have made. */
    add(line: string, canonical: string | null): void {
      const fact = spelledFact(line);
      const number = BigInt(fact.seq);
      if (number !== seq + 1n) report('fact order', number, String(seq + 1n), fact.seq);
      seq = number;
      const text = canonicalFact(fact);
      const expected = facts.next(fact.hash, (previous) => chainHash(previous, text));
      if (expected !== fact.hash) report('fact chain', seq, expected, fact.hash);
      if (canonical !== null) followBooks(canonical);
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
