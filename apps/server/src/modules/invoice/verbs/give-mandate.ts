import type { BillingMandateAnswer, GiveMandate } from '@cordee/contract/billing-mandate';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { companyNameOn } from '../../company/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { mayAnswerInvoices } from '../invoice.policy.ts';
import { mandateAnswer, offeredMandate } from '../mandates/mandate-answer.ts';
import { endMandate, insertMandate, type MandateRecord, selectMandates } from '../mandates/mandate.store.ts';
import {
  mandateOnPaperOnly,
  mandateOver,
  mandateTextChanged,
  mustNamePartner,
  paperIsTheCompanys,
  signedInFuture,
} from '../refusals.ts';
import { loadInvoicing } from '../invoicing/invoicing.store.ts';

/**
 * A partner agrees to the text it was shown, or the company records that it did on paper. Refuses `already_exists` beside one in force,
 * `conflict` when the text is another one by now, and `unknown_reference`.
 */
export function giveMandate(context: Context, body: GiveMandate): Promise<Wire<BillingMandateAnswer>> {
  const { workspaceId, actor } = context;
  const own = mayAnswerInvoices(actor);
  const partnerId = mustNamePartner(own, body.partnerId);
  if (own !== null && body.onPaper !== undefined) throw paperIsTheCompanys();
  if (own === null && body.onPaper === undefined) throw mandateOnPaperOnly();
  return write(context, async (tx) => {
    await mustKnowPartners(tx, workspaceId, [partnerId]);
    const { invoicing } = await loadInvoicing(tx, workspaceId);
    const now = context.now();
    const today = localDateOf(now, await zoneOf(tx, workspaceId));
    const company = await companyNameOn(tx, workspaceId, today);
    const offer = offeredMandate(invoicing, { language: body.language, company });
    if (offer.textSha256 !== body.textSha256) throw mandateTextChanged();
    const given = {
      id: newUuid(now),
      partnerId,
      language: body.language,
      text: offer.text,
      textSha256: offer.textSha256,
      contestDays: invoicing.mandate.contestDays,
      signer: body.signer,
      reference: body.onPaper?.reference ?? null,
      signedAt: now,
      signedBy: actorKey(actor),
      byPartner: own !== null,
      validFrom: body.onPaper?.signedOn ?? today,
    };
    if (given.validFrom > today) throw signedInFuture();
    if (!(await insertMandate(tx, workspaceId, given))) throw new Refusal('already_exists');
    const { textSha256, signer, validFrom, reference } = given;
    const audit = {
      action: 'billing_mandate.given',
      subject: encodeId('bmd', given.id),
      after: { partnerId: encodeId('prt', partnerId), textSha256, signer, validFrom, reference },
    };
    return { result: mandateAnswer(await mustFind(tx, workspaceId, given.id, own)), audit };
  });
}

/** Either side ends a mandate. Refuses `not_found`, and `conflict` when it had ended. */
export function revokeMandate(context: Context, id: string, reason: string | null): Promise<Wire<BillingMandateAnswer>> {
  const { workspaceId, actor } = context;
  const own = mayAnswerInvoices(actor);
  return write(context, async (tx) => {
    await mustFind(tx, workspaceId, id, own);
    const revocation = { at: context.now(), by: actorKey(actor), byPartner: own !== null, reason };
    if (!(await endMandate(tx, workspaceId, id, revocation))) throw mandateOver();
    const audit = { action: 'billing_mandate.revoked', subject: encodeId('bmd', id), after: { byPartner: own !== null, reason } };
    return { result: mandateAnswer(await mustFind(tx, workspaceId, id, own)), audit };
  });
}

async function mustFind(tx: Tx, workspaceId: string, id: string, partnerId: string | null): Promise<MandateRecord> {
  const [mandate] = await selectMandates(tx, workspaceId, { id, partnerId, limit: 1 });
  if (mandate === undefined) throw new Refusal('not_found');
  return mandate;
}
