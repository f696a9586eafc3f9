import type { PartnerTaxAnswer } from '@cordee/contract/tax-decision';
import { encodeId } from '@cordee/core/ids';
import type { LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { attachedFiles } from '../../../platform/files/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { decisionAnswer, detailsAnswer, proofAnswer, standingAnswer } from '../answers.ts';
import { selectDetails } from '../details.store.ts';
import { loadPartner } from '../load-partner.ts';
import type { TaxParts } from '../parts.ts';
import { mustSeePartnerTax } from '../tax.policy.ts';

/** Who a partner is for tax that day, and which document follows. Refuses `not_found`. What the company vouched for is its own. */
export function getPartnerTax(
  context: Context,
  { sealer }: Pick<TaxParts, 'sealer'>,
  partnerId: string,
  day: LocalDate | undefined,
): Promise<PartnerTaxAnswer> {
  const { workspaceId, actor } = context;
  mustSeePartnerTax(actor, partnerId);
  return read(context, async (tx) => {
    const { setting, situation, on } = await loadPartner(tx, context, partnerId, day);
    const waiting = { partnerId, state: 'proposed', before: null, limit: 1 } as const;
    const [proposed] = await selectDetails(tx, workspaceId, waiting);
    const answer = decisionAnswer(setting, situation);
    const proofs = ownPartner(actor) === null ? situation.proofs : [];
    const subjectOf = ({ id }: { readonly id: string }) => encodeId('txp', id);
    const files = await attachedFiles(tx, workspaceId, proofs.map(subjectOf));
    return {
      partnerId: encodeId('prt', partnerId),
      on,
      details: situation.details === null ? null : detailsAnswer(situation.details, actor, sealer),
      proposed: proposed === undefined ? null : detailsAnswer(proposed, actor, sealer),
      vat: standingAnswer(situation.standing),
      proofs: proofs.map((proof) => proofAnswer(proof, files(subjectOf(proof)))),
      decision: answer,
    };
  });
}
