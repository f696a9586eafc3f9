import type { Transaction } from '@cordee/core/ledger';
import { instantColumn, instantText, type SpellInstant } from '../../platform/db/instant-text.ts';

/** The rows of a transaction's postings as COPY's text, without the workspace: what is written, and what verifying expects. */
export function postingLines(transaction: Transaction, spell: SpellInstant = instantText): string[] {
  const effective = spell(transaction.effectiveAt);
  return transaction.postings.map((posting, number) => {
    const { debit, credit, partnerId, currency, amount, commission } = posting;
    const ref = commission === null ? '\\N\t\\N' : `${commission.factSeq}\t${commission.number}`;
    return `${transaction.factSeq}\t${number}\t${debit}\t${credit}\t${partnerId}\t${currency}\t${amount}\t${effective}\t${ref}`;
  });
}

/** How to read them back as the same text. */
export const postingColumns = `fact_seq, number, debit, credit, partner_id, currency, amount, ${instantColumn('effective_at')},
  commission_fact_seq, commission_number`;
