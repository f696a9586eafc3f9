import { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import {
  commissionsRoute,
  latestCommissionsRoute,
  ownCommissionsRoute,
  partnerCommissionsRoute,
} from '../features/commission/commission.routes.ts';
import { charterSettingsRoute, ownCharterRoute, partnerCharterRoute } from '../features/charter/charter.routes.ts';
import { claimRoute, claimSettingsRoute, claimsRoute, ownClaimRoute, ownClaimsRoute } from '../features/claim/claim.routes.ts';
import {
  invoiceRoute,
  invoicesRoute,
  invoicingRoute,
  ownInvoiceRoute,
  ownInvoicesRoute,
  partnerInvoicesRoute,
} from '../features/invoice/invoice.routes.ts';
import { guardsRoute } from '../features/guard/guard.routes.ts';
import { obligationsRoute, ownObligationsRoute, partnerObligationsRoute } from '../features/obligation/obligation.routes.ts';
import {
  disputeRoute,
  disputesRoute,
  ladderSettingsRoute,
  ownDisputeRoute,
  ownDisputesRoute,
  partnerDisputesRoute,
} from '../features/dispute/dispute.routes.ts';
import { reviewQueueRoute } from '../features/commission-review/commission-review.routes.ts';
import { clicksRoute, contributionsRoute, factsRoute, liveFactsRoute, partnerFactsRoute } from '../features/fact/fact.routes.ts';
import { firstStepsRoute, home } from '../features/home/home.routes.ts';
import { connectionRoute, connectionsRoute, importsRoute } from '../features/ingestion/ingestion.routes.ts';
import {
  auditRoute,
  companyRoute,
  dataRoute,
  generalRoute,
  keysRoute,
  ownSignInRoute,
  membersRoute,
  settings,
  settingsHomeRoute,
  signOnRoute,
} from '../features/settings/settings.routes.ts';
import { booksPartRoute, booksRoute } from '../features/accounting/accounting.routes.ts';
import { analyticsPage } from '../features/analytics/analytics.routes.ts';
import {
  companyContributionsRoute,
  declaredRoute,
  partnerContributionsRoute,
} from '../features/contribution/contribution.routes.ts';
import {
  invitationRoute,
  partnerPeopleRoute,
  peopleRoute,
  preferencesRoute,
  setupRoute,
  signedOnRoute,
  signInRoute,
} from '../features/identity/identity.routes.ts';
import { ledgerPage } from '../features/ledger/ledger.routes.ts';
import { codesRoute, linksRoute, partnerLinksRoute } from '../features/link/link.routes.ts';
import { overview } from '../features/overview/overview.routes.ts';
import {
  ownDetailsRoute,
  partnerNotesRoute,
  partnerPage,
  partnersRoute,
  partnerTimelineRoute,
} from '../features/partner/partner.routes.ts';
import {
  ownLeavingRoute,
  ownPartnershipRoute,
  partnerLeavingRoute,
  partnershipTabRoute,
} from '../features/partnership/partnership.routes.ts';
import {
  batchRoute,
  ownAccountsRoute,
  ownPaymentsRoute,
  partnerAccountsRoute,
  paymentsPage,
} from '../features/payment/payment.routes.ts';
import { ownSignaturesRoute, signaturesRoute } from '../features/signature/signature.routes.ts';
import { partnerStatementRoute, statementRoute } from '../features/statement/statement.routes.ts';
import { ownTaxRoute, partnerTaxRoute, taxSettingsRoute } from '../features/tax/tax.routes.ts';
import { termsRoute } from '../features/terms/terms.routes.ts';
import { programEnrollmentsRoute, programLinksRoute } from '../features/enrollment/enrollment.routes.ts';
import { planPage, programPlansRoute } from '../features/plan/plan.routes.ts';
import {
  applicationRoute,
  applicationsRoute,
  ownQualificationRoute,
  ownQualificationsRoute,
  partnerQualificationsRoute,
  programApplicationRoute,
  qualificationRoute,
  questionnaireRoute,
  questionnairesRoute,
} from '../features/qualification/qualification.routes.ts';
import { programOverviewRoute, programPage, programSettingsRoute, programsRoute } from '../features/program/program.routes.ts';
import { mailsRoute } from '../features/messaging/messaging.routes.ts';
import { webhookRoute, webhooksRoute } from '../features/webhook/webhook.routes.ts';
import { onSignedOut } from '../lib/api/call.ts';
import { asProblem } from '../lib/api/problem.ts';
import { embed } from '../lib/embed.ts';
import { arriveIn, homeOf } from '../lib/membership.ts';
import { chooseMembership } from '../lib/membership-choice.ts';
import { consoleRoute, portalRoute, rootRoute, toTheDoor } from '../lib/routes.ts';
import { EmbedOver } from './embed-over.tsx';
import { Fault } from './fault.tsx';
import { NoWorkspace } from './no-workspace.tsx';
import { NotFound } from './not-found.tsx';

/** `/`: to the sign-in, the console or the portal. */
const arrivalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const membership = await arriveIn(context.client).catch((error: unknown) => {
      if (asProblem(error).code === 'unauthenticated') throw toTheDoor();
      throw error;
    });
    if (membership !== null) throw redirect({ to: homeOf(membership.role) });
  },
  component: NoWorkspace,
});

/** In a frame of the company's application, after its time. */
const overRoute = createRoute({ getParentRoute: () => rootRoute, path: '/over', component: EmbedOver });

const tree = rootRoute.addChildren([
  arrivalRoute,
  signInRoute,
  signedOnRoute,
  setupRoute,
  invitationRoute,
  overRoute,
  consoleRoute
    .update({ component: lazyRouteComponent(() => import('./console/console-shell.tsx'), 'ConsoleShell') })
    .addChildren([
      home.addChildren([liveFactsRoute]),
      firstStepsRoute,
      clicksRoute,
      reviewQueueRoute,
      companyContributionsRoute,
      claimsRoute,
      applicationsRoute,
      applicationRoute,
      qualificationRoute,
      obligationsRoute,
      disputesRoute,
      disputeRoute,
      signaturesRoute,
      guardsRoute,
      invoicesRoute,
      invoiceRoute,
      claimRoute,
      settings.addChildren([
        settingsHomeRoute,
        generalRoute,
        companyRoute,
        membersRoute,
        signOnRoute,
        ownSignInRoute,
        keysRoute,
        connectionsRoute,
        connectionRoute,
        importsRoute,
        claimSettingsRoute,
        ladderSettingsRoute,
        charterSettingsRoute,
        questionnairesRoute,
        questionnaireRoute,
        invoicingRoute,
        webhooksRoute,
        webhookRoute,
        mailsRoute,
        taxSettingsRoute,
        dataRoute,
        auditRoute,
      ]),
      partnersRoute,
      partnerPage.addChildren([
        partnerCommissionsRoute,
        partnerTimelineRoute,
        partnerCharterRoute,
        partnershipTabRoute,
        partnerLeavingRoute,
        partnerContributionsRoute,
        partnerFactsRoute,
        partnerLinksRoute,
        partnerStatementRoute,
        partnerPeopleRoute,
        partnerNotesRoute,
        partnerQualificationsRoute,
        partnerAccountsRoute,
        partnerTaxRoute,
        partnerInvoicesRoute,
        partnerObligationsRoute,
        partnerDisputesRoute,
      ]),
      programsRoute,
      programPage.addChildren([
        programOverviewRoute,
        programPlansRoute,
        programEnrollmentsRoute,
        programLinksRoute,
        programApplicationRoute,
        programSettingsRoute,
      ]),
      planPage,
      factsRoute,
      commissionsRoute,
      paymentsPage,
      batchRoute,
      analyticsPage,
      ledgerPage,
      booksRoute,
      booksPartRoute,
    ]),
  portalRoute
    .update({ component: lazyRouteComponent(() => import('./portal/portal-shell.tsx'), 'PortalShell') })
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
    ]),
]);

/** The addresses and the memory of what was read. */
export function createScreens() {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // The server may be on this machine or next door: whether the browser sees the rest of the world is no matter.
        networkMode: 'always',
        // A refusal stays one; only what did not arrive is asked again.
        retry: (failures, error) => failures < 2 && asProblem(error).code === 'unreachable',
      },
    },
  });
  const router = createRouter({
    routeTree: tree,
    context: { client },
    basepath: embed()?.basePath ?? '/',
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Fault,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
  onSignedOut(() => {
    // What was shown before the time was over stays; what is asked for now says why it does not come.
    if (embed() !== null) return;
    chooseMembership(null);
    client.clear();
    const { pathname, href } = router.state.location;
    if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { next: href } });
  });
  return { client, router };
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createScreens>['router'];
  }
}
