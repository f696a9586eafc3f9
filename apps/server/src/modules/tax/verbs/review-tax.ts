import type { TaxDecisionAnswer } from '@cordee/contract/tax-decision';
import { encodeId } from '@cordee/core/ids';
import { decideTax } from '@cordee/core/tax';
import type { Context } from '../../../platform/context.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { decisionAnswer } from '../answers.ts';
import { insertReview } from '../decision.store.ts';
import { loadPartner } from '../load-partner.ts';
import { noDocumentRule, nothingToReview } from '../refusals.ts';
import { mustAnswerForTax } from '../tax.policy.ts';

/**
 * Says as which other case a partner is treated that a rule asks a person about; holds for its details of today. Refuses
 * `not_found`, and `conflict` when no rule asks, or the other gives no document.
 */
export function reviewTax(
  context: Context,
  partnerId: string,
  { treatAs, reason }: { readonly treatAs: string; readonly reason: string },
): Promise<TaxDecisionAnswer> {
  const { workspaceId, actor } = context;
  mustAnswerForTax(actor);
  return write(context, async (tx) => {
    const { setting, situation } = await loadPartner(tx, context, partnerId);
    const { details, facts } = situation;
    const asks = decideTax(setting.rules, { ...facts, review: null });
    if (details === null || asks.outcome !== 'review' || asks.rule === null) throw nothingToReview();
    const review = { rule: asks.rule, treatAs };
    const decision = decideTax(setting.rules, { ...facts, review });
    if (decision.treatedAs === null) throw noDocumentRule();
    const now = context.now();
    const kept = { ...review, id: newUuid(now), partnerId, detailsId: details.id, reason, at: now, by: actorKey(actor) };
    await insertReview(tx, workspaceId, kept);
    const result = decisionAnswer(setting, { ...situation, facts: { ...facts, review }, decision });
    const audit = { action: 'tax.reviewed', subject: encodeId('prt', partnerId), after: { ...review, reason } };
    return { result, audit };
  });
}
