import type { VatStanding } from '@cordee/contract/tax-details';
import { encodeId } from '@cordee/core/ids';
import { maskedVatNumber } from '@cordee/core/tax';
import type { Context } from '../../../platform/context.ts';
import { write } from '../../../platform/verb.ts';
import { standingAnswer } from '../answers.ts';
import { askCheck } from '../checking/ask-check.ts';
import { loadPartner } from '../load-partner.ts';
import { checksAreOff, noVatNumber } from '../refusals.ts';
import { mustDecideTax } from '../tax.policy.ts';

/** Has the number in force today checked now. Refuses `not_found`, and `conflict` without a number or where none is checked. */
export function askVatCheck(context: Context, partnerId: string): Promise<VatStanding> {
  const { workspaceId } = context;
  mustDecideTax(context.actor);
  return write(context, async (tx) => {
    const { situation } = await loadPartner(tx, context, partnerId);
    const { vatNumber } = situation.standing;
    if (vatNumber === null) throw noVatNumber();
    if (!(await askCheck(tx, workspaceId, partnerId, vatNumber))) throw checksAreOff();
    const after = { vatNumber: maskedVatNumber(vatNumber) };
    const audit = { action: 'vat_number.check_asked', subject: encodeId('prt', partnerId), after };
    return { result: standingAnswer(situation.standing), audit };
  });
}
