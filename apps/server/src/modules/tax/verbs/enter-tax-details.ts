import type { EnterTaxDetails, TaxDetailsAnswer } from '@cordee/contract/tax-details';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { partnerNames } from '../../partner/index.ts';
import { auditedDetails, detailsAnswer } from '../answers.ts';
import { askCheck } from '../checking/ask-check.ts';
import { answerDetails, findDetails, insertDetails, replaceProposals } from '../details.store.ts';
import { numberFaults } from '../numbers.ts';
import type { TaxParts } from '../parts.ts';
import { companyPlace } from '../table.store.ts';
import { mustEnterDetails } from '../tax.policy.ts';

/**
 * Enters who a partner is for tax from a day on. The company's own entry holds at once and its VAT number is checked; a partner's
 * is a proposal. Refuses `not_found`, and `invalid_request` for numbers that cannot exist or do not go together.
 */
export function enterTaxDetails(
  context: Context,
  { sealer }: Pick<TaxParts, 'sealer'>,
  partnerId: string,
  input: EnterTaxDetails,
): Promise<TaxDetailsAnswer> {
  const { workspaceId, actor } = context;
  mustEnterDetails(actor, partnerId);
  return write(context, async (tx) => {
    if (!(await partnerNames(tx, workspaceId, [partnerId])).has(partnerId)) throw new Refusal('not_found');
    const now = context.now();
    const faults = numberFaults(input, localDateOf(now, (await companyPlace(tx, workspaceId)).zone));
    if (faults.length > 0) throw new Refusal('invalid_request', faults);
    const id = newUuid(now);
    const by = actorKey(actor);
    const byPartner = actor.kind === 'user' && actor.role === 'partner';
    if (byPartner) await replaceProposals(tx, workspaceId, partnerId, now, by);
    const personal = sealedData(input, sealer);
    await insertDetails(tx, workspaceId, { ...input, ...personal, id, partnerId, enteredAt: now, enteredBy: by, byPartner });
    if (!byPartner) {
      await answerDetails(tx, workspaceId, id, { answer: 'accepted', at: now, by, reason: null });
      await askCheck(tx, workspaceId, partnerId, input.vatNumber);
    }
    const entered = await mustFindDetails(tx, workspaceId, id);
    const result = detailsAnswer(entered, actor, sealer);
    const after = auditedDetails(entered);
    const action = byPartner ? 'tax_details.proposed' : 'tax_details.entered';
    // A repetition is not worth keeping personal data in the clear for.
    const repeated = { ...result, birthDate: null, localTaxId: null };
    return { result, repeated, audit: { action, subject: encodeId('txd', id), after } };
  });
}

function sealedData({ birthDate, localTaxId }: EnterTaxDetails, sealer: Sealer) {
  const sealed = birthDate === null && localTaxId === null ? null : sealer.seal(JSON.stringify({ birthDate, localTaxId }));
  return { sealed, hasBirthDate: birthDate !== null, hasLocalTaxId: localTaxId !== null };
}

async function mustFindDetails(tx: Tx, workspaceId: string, id: string) {
  const details = await findDetails(tx, workspaceId, id);
  if (details === null) throw new Error('tax details were lost while they were entered');
  return details;
}
