import { lazyRouteComponent } from '@tanstack/react-router';
import { latestCommissionsRoute, ownCommissionsRoute } from '../../features/commission/commission.portal-routes.ts';
import { ownCharterRoute } from '../../features/charter/charter.portal-routes.ts';
import { ownClaimRoute, ownClaimsRoute } from '../../features/claim/claim.portal-routes.ts';
import { ownInvoiceRoute, ownInvoicesRoute } from '../../features/invoice/invoice.portal-routes.ts';
import { ownObligationsRoute } from '../../features/obligation/obligation.portal-routes.ts';
import { ownDisputeRoute, ownDisputesRoute } from '../../features/dispute/dispute.portal-routes.ts';
import { contributionsRoute } from '../../features/fact/fact.portal-routes.ts';
import { declaredRoute } from '../../features/contribution/contribution.portal-routes.ts';
import { peopleRoute, preferencesRoute } from '../../features/identity/identity.portal-routes.ts';
import { codesRoute, linksRoute } from '../../features/link/link.portal-routes.ts';
import { overview } from '../../features/overview/overview.routes.ts';
import { ownDetailsRoute } from '../../features/partner/partner.portal-routes.ts';
import { ownLeavingRoute, ownPartnershipRoute } from '../../features/partnership/partnership.portal-routes.ts';
import { ownAccountsRoute, ownPaymentsRoute } from '../../features/payment/payment.portal-routes.ts';
import { ownSignaturesRoute } from '../../features/signature/signature.portal-routes.ts';
import { statementRoute } from '../../features/statement/statement.portal-routes.ts';
import { ownTaxRoute } from '../../features/tax/tax.portal-routes.ts';
import { termsRoute } from '../../features/terms/terms.routes.ts';
import { ownQualificationRoute, ownQualificationsRoute } from '../../features/qualification/qualification.portal-routes.ts';
import { portalRoute } from '../../lib/routes.ts';

/** All screens of a partner. */
export const portalScreens = portalRoute
  .update({ component: lazyRouteComponent(() => import('./portal-shell.tsx'), 'PortalShell') })
  .addChildren([
    overview.addChildren([latestCommissionsRoute]),
    contributionsRoute,
    declaredRoute,
    ownClaimsRoute,
    ownObligationsRoute,
    ownDisputesRoute,
    ownDisputeRoute,
    ownSignaturesRoute,
    ownInvoicesRoute,
    ownInvoiceRoute,
    ownClaimRoute,
    ownQualificationsRoute,
    ownQualificationRoute,
    linksRoute,
    codesRoute,
    ownCommissionsRoute,
    statementRoute,
    termsRoute,
    ownCharterRoute,
    ownDetailsRoute,
    ownPartnershipRoute,
    ownLeavingRoute,
    ownAccountsRoute,
    ownPaymentsRoute,
    ownTaxRoute,
    peopleRoute,
    preferencesRoute,
  ]);
