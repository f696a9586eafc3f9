import type { ClaimTermsAnswer } from '@cordee/contract/claim-terms';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { termsAnswer } from '../read-terms.ts';

/** How long answers may take, for everybody: it is what the company promised. */
export function getClaimTerms(context: Context): Promise<Wire<ClaimTermsAnswer>> {
  return read(context, (tx) => termsAnswer(tx, context.workspaceId, ownPartner(context.actor)));
}
