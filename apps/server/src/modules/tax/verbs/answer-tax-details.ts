import type { TaxDetailsAnswer } from '@cordee/contract/tax-details';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { auditedDetails, detailsAnswer } from '../answers.ts';
import { askCheck } from '../checking/ask-check.ts';
import { answerDetails, findDetails } from '../details.store.ts';
import type { TaxParts } from '../parts.ts';
import { alreadyAnswered } from '../refusals.ts';
import { mustDecideTax } from '../tax.policy.ts';

type Answer = { readonly answer: 'accepted'; readonly reason: null } | { readonly answer: 'refused'; readonly reason: string };

/**
 * Answers what a partner proposed: accepted, it holds from its day on; refused, the partner is shown the reason. Refuses
 * `not_found`, and `conflict` when it was answered before.
 */
export function answerTaxDetails(
  context: Context,
  { sealer }: Pick<TaxParts, 'sealer'>,
  id: string,
  { answer, reason }: Answer,
): Promise<TaxDetailsAnswer> {
  const { workspaceId, actor } = context;
  mustDecideTax(actor);
  return write(context, async (tx) => {
    const before = await findDetails(tx, workspaceId, id);
    if (before === null) throw new Refusal('not_found');
    const decision = { answer, reason, at: context.now(), by: actorKey(actor) };
    if (!(await answerDetails(tx, workspaceId, id, decision))) throw alreadyAnswered();
    if (answer === 'accepted') await askCheck(tx, workspaceId, before.partnerId, before.vatNumber);
    const after = { ...before, state: answer, decidedAt: decision.at, reason };
    const result = detailsAnswer(after, actor, sealer);
    const audit = {
      action: `tax_details.${answer}`,
      subject: encodeId('txd', id),
      before: auditedDetails(before),
      after: { ...auditedDetails(after), reason },
    };
    return { result, repeated: { ...result, birthDate: null, localTaxId: null }, audit };
  });
}
