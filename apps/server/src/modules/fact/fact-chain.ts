import { canonicalFact, type Fact, type FactBody, type StoredFact } from '@cordee/core/counting';
import { hash } from 'node:crypto';
import { copyText } from '../../platform/db/copy.ts';
import { instantText } from '../../platform/db/instant-text.ts';
import type { FactDraft, SpelledFact } from './draft.ts';
import type { OrderHead } from './order.store.ts';

/** A draft with its target and touches resolved, ready to take its place. */
export interface ReadyFact {
  readonly draft: FactDraft;
  readonly targetSeq: bigint | null;
  readonly body: FactBody;
}

export interface FactChain {
  /** Numbers the fact, chains it behind the last one, and gives its row in COPY's text format. */
  add(ready: ReadyFact): { readonly fact: Fact; readonly row: string };
  /** The same for one that stands alone; its hash is then `hash()`. */
  addLone(fact: SpelledFact): StoredFact;
  /** Of the last fact, in hexadecimal. */
  hash(): string;
  /** Where the record ends now. */
  end(): { readonly seq: bigint; readonly hash: Buffer };
}

/** The one place where a fact gets its number, its hash and its row: whatever way it comes in, it is chained alike. */
export function factChain(workspaceId: string, head: OrderHead): FactChain {
  let { seq } = head;
  let previous = head.hash.toString('hex');
  const { recordedAt } = head;
  const recordedText = instantText(recordedAt);

  function place(draft: Omit<FactDraft, 'body' | 'inputHash'>, targetSeq: bigint | null, body: string) {
    seq += 1n;
    const { kind, source, externalId, occurredAt, currency, amount } = draft;
    const customerId = draft.customer?.id ?? null;
    const stored = { seq, kind, source, externalId, occurredAt, recordedAt, customerId, currency, amount, targetSeq, body };
    previous = nextHash(previous, canonicalFact(stored));
    return stored;
  }

  return {
    add({ draft, targetSeq, body }) {
      const stored = place(draft, targetSeq, JSON.stringify(body));
      const { kind, source, externalId, occurredAt, customerId, currency, amount } = stored;
      const row =
        `${workspaceId}\t${seq}\t${kind}\t${copyText(source)}\t${copyText(externalId)}\t${instantText(occurredAt)}\t${recordedText}\t` +
        `${customerId ?? '\\N'}\t${currency ?? '\\N'}\t${amount ?? '\\N'}\t${targetSeq ?? '\\N'}\t${copyText(stored.body)}\t` +
        `${body.awaits === undefined ? '\\N' : copyText(body.awaits)}\t\\\\x${draft.inputHash.toString('hex')}\t\\\\x${previous}\n`;
      return { fact: { ...stored, body }, row };
    },
    addLone: (fact) => place(fact, null, fact.body),
    hash: () => previous,
    end: () => ({ seq, hash: Buffer.from(previous, 'hex') }),
  };
}

/** The next link of a chain: SHA-256 of the previous hash in hexadecimal followed by the text, in UTF-8; hexadecimal too. */
function nextHash(previous: string, text: string): string {
  return hash('sha256', previous + text, 'hex');
}

/** As `nextHash`, on bytes: for whoever follows a chain that is stored. */
export function chainHash(previous: Buffer, text: string): Buffer {
  return Buffer.from(nextHash(previous.toString('hex'), text), 'hex');
}
