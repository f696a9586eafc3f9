import type { TaxProofAnswer } from '@cordee/contract/tax-details';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { proofAnswer } from '../answers.ts';
import { loadPartner } from '../load-partner.ts';
import { noVatNumber } from '../refusals.ts';
import { mustAnswerForTax } from '../tax.policy.ts';
import { insertProof, type TaxProof } from '../vat.store.ts';

/**
 * Vouches for the VAT number in force today, or for that the partner is a business, with what was seen. Refuses `not_found`, and
 * `conflict` without a number.
 */
export function enterTaxProof(
  context: Context,
  partnerId: string,
  { kind, reference, note }: Pick<TaxProof, 'kind' | 'reference' | 'note'>,
): Promise<TaxProofAnswer> {
  const { workspaceId, actor } = context;
  mustAnswerForTax(actor);
  return write(context, async (tx) => {
    const { situation } = await loadPartner(tx, context, partnerId);
    const vatNumber = kind === 'vat_number' ? situation.standing.vatNumber : null;
    if (kind === 'vat_number' && vatNumber === null) throw noVatNumber();
    const now = context.now();
    const proof = { id: newUuid(now), partnerId, kind, vatNumber, reference, note, enteredAt: now, enteredBy: actorKey(actor) };
    await insertProof(tx, workspaceId, proof);
    const after = { kind, reference };
    return { result: proofAnswer(proof), audit: { action: 'tax_proof.entered', subject: encodeId('prt', partnerId), after } };
  });
}
