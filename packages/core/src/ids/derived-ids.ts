import type { Instant } from '../time/index.ts';
import type { Prefix } from './prefixes.ts';
import { checkSequence, highWord, lowWord, parseSequenceUuid, type SequenceUuid } from './sequence-uuid.ts';
import { decodeId, joinId } from './type-id.ts';

const TWO_20 = 2 ** 20;
const TWO_40 = 2 ** 40;
const LOW_20 = TWO_20 - 1;

/** The id of the fact recorded at `at` under the workspace's sequence number `seq`. */
export function factId(at: Instant, seq: bigint): string {
  return derivedId('fct', at, 0, seq);
}

/** The id of the `n`th commission (0 to 4095) that the fact `(at, seq)` gave. */
export function commissionId(at: Instant, seq: bigint, n: number): string {
  return derivedId('com', at, n, seq);
}

/** The id of the `n`th ledger transaction (the first unless said) that the fact `(at, seq)` gave. */
export function transactionId(at: Instant, seq: bigint, n = 0): string {
  return derivedId('txn', at, n, seq);
}

/** What `factId` was given; `null` for any other text. */
export function parseFactId(text: string): { at: Instant; seq: bigint } | null {
  const parts = parseDerivedId('fct', text);
  return parts === null || parts.n !== 0 ? null : { at: parts.at, seq: parts.seq };
}

/** What `commissionId` was given; `null` for any other text. */
export function parseCommissionId(text: string): SequenceUuid | null {
  return parseDerivedId('com', text);
}

/** What `transactionId` was given; `null` for any other text. */
export function parseTransactionId(text: string): SequenceUuid | null {
  return parseDerivedId('txn', text);
}

/** Any derived id: `encodeId` of `sequenceUuid`, without the text in between, which would be most of the cost. */
export function derivedId(prefix: Prefix, at: Instant, n: number, seq: bigint): string {
  checkSequence(at, n, seq);
  const high = highWord(seq);
  const low = lowWord(seq);
  return joinId(
    prefix,
    Math.floor(at / TWO_40),
    Math.floor(at / TWO_20) & LOW_20,
    at % TWO_20,
    ((0x7000 | n) << 4) | (high >>> 28),
    (high >>> 8) & LOW_20,
    ((high & 0xff) << 12) | (low >>> 20),
    low & LOW_20,
  );
}

/** The inputs of `derivedId` for that prefix; `null` for any other text. */
export function parseDerivedId(prefix: Prefix, text: string): SequenceUuid | null {
  const uuid = decodeId(prefix, text);
  return uuid === null ? null : parseSequenceUuid(uuid);
}
