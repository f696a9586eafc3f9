import type { TaxProofAnswer } from '@cordee/contract/tax-details';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { attachedFiles, attachFiles } from '../../../platform/files/index.ts';
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
  { kind, reference, note, files }: Pick<TaxProof, 'kind' | 'reference' | 'note'> & { readonly files: readonly string[] },
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
    const subject = encodeId('txp', proof.id);
    await attachFiles(tx, context, { subject, place: 0 }, files);
    const kept = await attachedFiles(tx, workspaceId, [subject]);
    const after = { kind, reference, files: files.length };
    return {
      result: proofAnswer(proof, kept(subject)),
      audit: { action: 'tax_proof.entered', subject: encodeId('prt', partnerId), after },
    };
  });
}
