import type { Context } from '../../../platform/context.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { loadCounted } from '../counted.store.ts';
import { whyOf, type Why } from './explain-fact.ts';
import { findCommission } from './find-commission.ts';
import { mustShowWhy } from '../must-show-why.ts';
import { loadWhy } from './load-why.ts';

/** Why a commission came to its amount: its fact's explanation with this commission alone, and what was taken back of it. */
export function explainCommission(context: Context, uuid: string): Promise<Why> {
  const { workspaceId, actor } = context;
  return read(context, async (tx) => {
    const { factSeq, number } = await findCommission(tx, context, uuid);
    await mustShowWhy(tx, workspaceId, ownPartner(actor));
    const { fact } = await loadCounted(tx, workspaceId, factSeq);
    const input = await loadWhy(tx, workspaceId, fact, ownPartner(actor));
    return whyOf(context, fact, {
      ...input,
      commissions: input.commissions.filter((commission) => commission.number === number),
      reversals: input.reversals.filter(({ commission }) => commission.factSeq === factSeq && commission.number === number),
      reviews: (input.reviews ?? []).filter((review) => review.number === number),
      transactions: input.transactions.map((transaction) => ({
        ...transaction,
        postings: transaction.postings.filter(({ commission }) => commission === null || commission.number === number),
      })),
    });
  });
}
