import type { ClaimDetail } from '@cordee/contract/claim';
import type { Say } from '@cordee/contract/claim-body';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { mayTakePart } from '../claim.policy.ts';
import { fault } from '../refusals.ts';
import { writeStep, type Act } from '../write-step.ts';

/**
 * Adds what one side writes. A question of the company stops the clock; what the partner writes next is its reply, and the clock runs again.
 * Refuses `not_found`, and `conflict` once the claim is decided or silence has accepted it.
 */
export function sayInClaim(context: Context, id: string, { text, links, files, question }: Say): Promise<Wire<ClaimDetail>> {
  const own = mayTakePart(context.actor);
  if (own !== null && question) throw new Refusal('invalid_request', [companyAsks]);
  return writeStep(context, id, own, (_, before): Act => {
    const said = { text, links, side: own === null ? ('company' as const) : ('partner' as const) };
    if (question) return { action: 'claim.asked', step: 'ask', entry: { ...said, kind: 'question' }, files };
    if (own !== null && before.state === 'asked') {
      return { action: 'claim.replied', step: 'reply', entry: { ...said, kind: 'reply' }, files };
    }
    return { action: 'claim.said', step: 'say', entry: { ...said, kind: 'message' }, files };
  });
}

const companyAsks = fault(
  'question',
  'company',
  'Only the company’s questions stop the clock: leave this out.',
  'Seules les questions de l’entreprise arrêtent le délai : n’indiquez pas ce champ.',
);
