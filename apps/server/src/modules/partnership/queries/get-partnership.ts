import type { PartnershipAnswer } from '@cordee/contract/partnership-stage';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import type { GateSource } from '../gates/gate-facts.ts';
import { partnershipAnswer } from '../gates/partnership-answer.ts';

/** Where a partnership stands and what each move asks; a partner is told where the company shows it. Refuses `not_found`. */
export function getPartnership(context: Context, partnerId: string, gateFacts: GateSource): Promise<Wire<PartnershipAnswer>> {
  return read(context, (tx) => partnershipAnswer(tx, context, partnerId, gateFacts));
}
