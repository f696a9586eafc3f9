import type { ListTransactions, TransactionAnswer } from '@cordee/contract/ledger';
import { commissionId, encodeId, factId, transactionId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeNumbers, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { selectPostings, selectTransactions, type ListedPosting, type ListedTransaction } from '../transaction-list.store.ts';

/** A page of transactions with their postings, newest first; in a period of the whole company, the latest to take effect first. */
export function listTransactions(
  context: Context,
  query: ListTransactions,
): Promise<{ items: Wire<TransactionAnswer>[]; nextCursor: string | null }> {
  const { workspaceId } = context;
  const byTime = query.partnerId === undefined && (query.from !== undefined || query.to !== undefined);
  const [first, second] = decodeNumbers(query.cursor, byTime ? 2 : 1);
  const after = first === undefined ? null : { seq: second ?? first, at: second === undefined ? null : Number(first) };
  return read(context, async (tx) => {
    const rows = await selectTransactions(tx, workspaceId, {
      partnerId: query.partnerId ?? null,
      from: query.from,
      to: query.to,
      after,
      limit: query.limit + 1,
    });
    const postings = await selectPostings(
      tx,
      workspaceId,
      rows.map((row) => row.fact_seq),
    );
    const byFact = Map.groupBy(postings, (posting) => posting.fact_seq);
    return pageOfRows(
      rows,
      query.limit,
      (row) => toContract(row, byFact.get(row.fact_seq) ?? []),
      (row) => (byTime ? [String(row.effective_at), String(row.fact_seq)] : [String(row.fact_seq)]),
    );
  });
}

function toContract(row: ListedTransaction, postings: readonly ListedPosting[]): Wire<TransactionAnswer> {
  return {
    id: transactionId(row.recorded_at, row.fact_seq),
    factId: factId(row.recorded_at, row.fact_seq),
    kind: row.kind,
    effectiveAt: formatInstant(row.effective_at),
    recordedAt: formatInstant(row.recorded_at),
    hash: row.hash.toString('hex'),
    postings: postings.map((posting) => ({
      debit: posting.debit,
      credit: posting.credit,
      partnerId: encodeId('prt', posting.partner_id),
      amount: posting.amount,
      currency: posting.currency,
      commissionId: commissionIdOf(posting),
    })),
  };
}

function commissionIdOf(posting: ListedPosting): string | null {
  const { commission_fact_seq: seq, commission_number: number, commission_recorded_at: at } = posting;
  return seq === null || number === null || at === null ? null : commissionId(at, seq, number);
}
