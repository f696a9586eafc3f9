import { claimRoutes } from '@cordee/contract/claim';
import { claimTermsRoutes } from '@cordee/contract/claim-terms';
import type { Api } from '../../platform/http/index.ts';
import { getClaim } from './queries/get-claim.ts';
import { getClaimStatistics } from './queries/get-claim-statistics.ts';
import { getClaimTerms } from './queries/get-claim-terms.ts';
import { listClaims } from './queries/list-claims.ts';
import { acceptClaim } from './verbs/accept-claim.ts';
import { changeClaimSettings } from './verbs/change-claim-settings.ts';
import { openClaim } from './verbs/open-claim.ts';
import { refuseClaim } from './verbs/refuse-claim.ts';
import { sayInClaim } from './verbs/say-in-claim.ts';
import { setClaimTerms } from './verbs/set-claim-terms.ts';
import { settleClaim } from './verbs/settle-claim.ts';
import { withdrawClaim } from './verbs/withdraw-claim.ts';

/** Serves what partners contest, and how the company answers. */
export function registerClaims(api: Pick<Api, 'on'>): void {
  api.on(claimRoutes.openClaim, (context, { body }) => openClaim(context, body));
  api.on(claimRoutes.listClaims, (context, { query }) => listClaims(context, query));
  api.on(claimRoutes.getClaim, (context, { params }) => getClaim(context, params.id));
  api.on(claimRoutes.sayInClaim, (context, { params, body }) => sayInClaim(context, params.id, body));
  api.on(claimRoutes.acceptClaim, (context, { params, body }) => acceptClaim(context, params.id, body));
  api.on(claimRoutes.refuseClaim, (context, { params, body }) => refuseClaim(context, params.id, body));
  api.on(claimRoutes.withdrawClaim, (context, { params, body }) => withdrawClaim(context, params.id, body.reason ?? null));
  api.on(claimRoutes.settleClaim, (context, { params, body }) => settleClaim(context, params.id, body.settlement));
  api.on(claimTermsRoutes.getClaimTerms, (context) => getClaimTerms(context));
  api.on(claimTermsRoutes.setClaimTerms, (context, { body }) => setClaimTerms(context, body));
  api.on(claimTermsRoutes.changeClaimSettings, (context, { body }) => changeClaimSettings(context, body.showsStatistics));
  api.on(claimTermsRoutes.getClaimStatistics, (context) => getClaimStatistics(context));
}
