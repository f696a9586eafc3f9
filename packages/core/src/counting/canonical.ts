import type { AccountKind, Posting, Transaction, TransactionKind } from '../ledger/posting.ts';
import type { Instant } from '../time/index.ts';

/** A fact as it is stored: what the chain of hashes covers. `body` is the stored JSON text itself. */
export interface StoredFact {
  readonly seq: bigint;
  readonly kind: string;
  readonly source: string;
  readonly externalId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly customerId: string | null;
  readonly currency: string | null;
  readonly amount: bigint | null;
  readonly targetSeq: bigint | null;
  readonly body: string;
}

/** A stored fact whose values may already be spelled: numbers as decimal digits, instants in epoch milliseconds. */
export type SpelledStoredFact = { readonly [Key in keyof StoredFact]: StoredFact[Key] | string };

/**
 * The one text of a fact for hashing: fields in a fixed order, each closed by a unit separator, which no field can contain
 * (control characters are refused at the edge and escaped in JSON), so two different facts never share a text.
 */
export function canonicalFact(fact: SpelledStoredFact): string {
  return (
    `${fact.seq}\u001F${fact.kind}\u001F${fact.source}\u001F${fact.externalId}\u001F${fact.occurredAt}\u001F${fact.recordedAt}\u001F` +
    `${fact.customerId ?? ''}\u001F${fact.currency ?? ''}\u001F${fact.amount ?? ''}\u001F${fact.targetSeq ?? ''}\u001F${fact.body}`
  );
}

/** The one text of a transaction and its postings for hashing. */
export function canonicalTransaction(transaction: Transaction, recordedAt: Instant): string {
  let text = `${transaction.factSeq}\u001F${transaction.kind}\u001F${transaction.effectiveAt}\u001F${recordedAt}`;
  for (const posting of transaction.postings) {
    const ref = posting.commission === null ? '' : `${posting.commission.factSeq}.${posting.commission.number}`;
    text += `\u001F${posting.debit}\u001F${posting.credit}\u001F${posting.partnerId}\u001F${posting.currency}\u001F${posting.amount}\u001F${ref}`;
  }
  return text;
}

/** The transaction that has this canonical text. Throws for one that no transaction has. */
export function transactionOf(canonical: string): Transaction {
  const [factSeq = '', kind = '', effectiveAt = '', , ...rest] = canonical.split('\u001F');
  const postings: Posting[] = [];
  for (let index = 0; index < rest.length; index += 6) {
    const [debit, credit, partnerId = '', currency = '', amount = '', ref = ''] = rest.slice(index, index + 6);
    const [refSeq = '', number] = ref.split('.', 2);
    postings.push({
      debit: debit as AccountKind,
      credit: credit as AccountKind,
      partnerId,
      currency,
      amount: BigInt(amount),
      commission: ref === '' ? null : { factSeq: BigInt(refSeq), number: Number(number) },
    });
  }
  return { factSeq: BigInt(factSeq), kind: kind as TransactionKind, effectiveAt: Number(effectiveAt), postings };
}
