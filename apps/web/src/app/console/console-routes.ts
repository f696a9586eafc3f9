import { lazyRouteComponent } from '@tanstack/react-router';
import { commissionsRoute, partnerCommissionsRoute } from '../../features/commission/commission.routes.ts';
import { charterSettingsRoute, partnerCharterRoute } from '../../features/charter/charter.routes.ts';
import { claimRoute, claimSettingsRoute, claimsRoute } from '../../features/claim/claim.routes.ts';
import { invoiceRoute, invoicesRoute, invoicingRoute, partnerInvoicesRoute } from '../../features/invoice/invoice.routes.ts';
import { guardsRoute } from '../../features/guard/guard.routes.ts';
import { obligationsRoute, partnerObligationsRoute } from '../../features/obligation/obligation.routes.ts';
import { disputeRoute, disputesRoute, ladderSettingsRoute, partnerDisputesRoute } from '../../features/dispute/dispute.routes.ts';
import { reviewQueueRoute } from '../../features/commission-review/commission-review.routes.ts';
import { clicksRoute, factsRoute, liveFactsRoute, partnerFactsRoute } from '../../features/fact/fact.routes.ts';
import { firstStepsRoute, home } from '../../features/home/home.routes.ts';
import { connectionRoute, connectionsRoute, importsRoute } from '../../features/ingestion/ingestion.routes.ts';
import {
  auditRoute,
  companyRoute,
  dataRoute,
  generalRoute,
  keysRoute,
  ownSignInRoute,
  membersRoute,
  sealRoute,
  settings,
  settingsHomeRoute,
  signOnRoute,
} from '../../features/settings/settings.routes.ts';
import { booksPartRoute, booksRoute } from '../../features/accounting/accounting.routes.ts';
import { analyticsPage } from '../../features/analytics/analytics.routes.ts';
import { companyContributionsRoute, partnerContributionsRoute } from '../../features/contribution/contribution.routes.ts';
import { partnerPeopleRoute } from '../../features/identity/identity.routes.ts';
import { ledgerPage } from '../../features/ledger/ledger.routes.ts';
import { partnerLinksRoute } from '../../features/link/link.routes.ts';
import { partnerNotesRoute, partnerPage, partnersRoute, partnerTimelineRoute } from '../../features/partner/partner.routes.ts';
import { partnerLeavingRoute, partnershipTabRoute } from '../../features/partnership/partnership.routes.ts';
import { batchRoute, partnerAccountsRoute, paymentsPage } from '../../features/payment/payment.routes.ts';
import { signaturesRoute } from '../../features/signature/signature.routes.ts';
import { partnerStatementRoute } from '../../features/statement/statement.routes.ts';
import { partnerTaxRoute, taxSettingsRoute } from '../../features/tax/tax.routes.ts';
import { programEnrollmentsRoute, programLinksRoute } from '../../features/enrollment/enrollment.routes.ts';
import { planPage, programPlansRoute } from '../../features/plan/plan.routes.ts';
import {
  applicationRoute,
  applicationsRoute,
  partnerQualificationsRoute,
  programApplicationRoute,
  qualificationRoute,
  questionnaireRoute,
  questionnairesRoute,
} from '../../features/qualification/qualification.routes.ts';
import { programOverviewRoute, programPage, programSettingsRoute, programsRoute } from '../../features/program/program.routes.ts';
import { mailsRoute } from '../../features/messaging/messaging.routes.ts';
import { webhookRoute, webhooksRoute } from '../../features/webhook/webhook.routes.ts';
import { consoleRoute } from '../../lib/routes.ts';

/** All screens of the company. */
export const consoleScreens = consoleRoute
  .update({ component: lazyRouteComponent(() => import('./console-shell.tsx'), 'ConsoleShell') })
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
      sealRoute,
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
  ]);
