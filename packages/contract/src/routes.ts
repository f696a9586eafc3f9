import { accountingRoutes } from './accounting.ts';
import { analyticsRoutes } from './analytics.ts';
import { commissionReviewRoutes } from './commission-review.ts';
import { bankAccountRoutes } from './bank-account.ts';
import { billingMandateRoutes } from './billing-mandate.ts';
import { charterActionRoutes } from './charter-actions.ts';
import { charterSettingRoutes } from './charter-settings.ts';
import { charterRoutes } from './charter.ts';
import { claimRoutes } from './claim.ts';
import { claimTermsRoutes } from './claim-terms.ts';
import { companyRoutes } from './company.ts';
import { contributionRoutes } from './contribution.ts';
import { countingRoutes } from './counting.ts';
import { debtRoutes } from './debt.ts';
import { declarationRoutes } from './declaration.ts';
import { guardRoutes } from './guard.ts';
import { holidayCalendarRoutes } from './holiday-calendar.ts';
import { identityRoutes } from './identity.ts';
import { peopleRoutes } from './identity-people.ts';
import { ingestionRoutes } from './ingestion.ts';
import { leavingRoutes } from './leaving.ts';
import { exitRehearsalRoutes } from './exit-rehearsal.ts';
import { partnerArchiveRoutes } from './partner-archive.ts';
import { ledgerRoutes } from './ledger.ts';
import { liveRoutes } from './live.ts';
import { longWorkRoutes } from './long-work.ts';
import { messagingRoutes } from './messaging.ts';
import { partnerRoutes } from './partner.ts';
import { jointFactRoutes } from './joint-fact.ts';
import { partnershipPeopleRoutes } from './partnership-people.ts';
import { partnershipRoutes } from './partnership.ts';
import { applicationRoutes } from './application.ts';
import { applicationFormRoutes } from './application-form.ts';
import { qualificationRoutes } from './qualification.ts';
import { questionnaireRoutes } from './questionnaire.ts';
import { partnershipStageRoutes } from './partnership-stage.ts';
import { partnershipVisibilityRoutes } from './partnership-visibility.ts';
import { disputeActionRoutes } from './dispute-actions.ts';
import { disputeSettingRoutes } from './dispute-settings.ts';
import { disputeRoutes } from './dispute.ts';
import { exchangeRoutes } from './exchange.ts';
import { obligationRoutes } from './obligation.ts';
import { fileRoutes } from './file.ts';
import { payoutRoutes } from './payout.ts';
import { payoutBatchRoutes } from './payout-batch.ts';
import { payoutRailRoutes } from './payout-rail.ts';
import { payoutTimelineRoutes } from './payout-timeline.ts';
import { programRoutes } from './program.ts';
import { releaseRoutes } from './release.ts';
import type { Route } from './route.ts';
import { signatureRoutes } from './signature.ts';
import { signingRoutes } from './signing.ts';
import { signOnRoutes } from './sign-on.ts';
import { simulationRoutes } from './simulation.ts';
import { invoiceRoutes } from './invoice.ts';
import { invoiceDraftRoutes } from './invoice-draft.ts';
import { invoicingRoutes } from './invoicing.ts';
import { sealRoutes } from './seal.ts';
import { statementRoutes } from './statement.ts';
import { taxRoutes } from './tax.ts';
import { taxTableRoutes } from './tax-table.ts';
import { trackingRoutes } from './tracking.ts';
import { webhookRoutes } from './webhook.ts';

const groups = [
  identityRoutes,
  companyRoutes,
  signOnRoutes,
  partnerRoutes,
  partnershipRoutes,
  questionnaireRoutes,
  qualificationRoutes,
  applicationFormRoutes,
  applicationRoutes,
  partnershipStageRoutes,
  partnershipPeopleRoutes,
  jointFactRoutes,
  partnershipVisibilityRoutes,
  peopleRoutes,
  programRoutes,
  simulationRoutes,
  trackingRoutes,
  ingestionRoutes,
  countingRoutes,
  contributionRoutes,
  billingMandateRoutes,
  charterRoutes,
  charterActionRoutes,
  charterSettingRoutes,
  claimRoutes,
  claimTermsRoutes,
  obligationRoutes,
  exitRehearsalRoutes,
  leavingRoutes,
  partnerArchiveRoutes,
  holidayCalendarRoutes,
  disputeRoutes,
  disputeActionRoutes,
  disputeSettingRoutes,
  guardRoutes,
  fileRoutes,
  analyticsRoutes,
  liveRoutes,
  commissionReviewRoutes,
  ledgerRoutes,
  releaseRoutes,
  exchangeRoutes,
  invoiceDraftRoutes,
  invoiceRoutes,
  invoicingRoutes,
  signatureRoutes,
  signingRoutes,
  sealRoutes,
  statementRoutes,
  accountingRoutes,
  declarationRoutes,
  debtRoutes,
  payoutRoutes,
  bankAccountRoutes,
  payoutBatchRoutes,
  payoutRailRoutes,
  payoutTimelineRoutes,
  taxRoutes,
  taxTableRoutes,
  longWorkRoutes,
  webhookRoutes,
  messagingRoutes,
] as const;

type Joined<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void ? All : never;

/** Every route by its id, as types: what a client knows without loading a schema. */
export type RouteTable = Joined<(typeof groups)[number]>;

/** Every route of the API, in the order of the reference. */
export const routes: readonly Route[] = groups.flatMap(listed);

// What a route parses is of no concern to those who only read the table.
function listed(group: object): Route[] {
  return Object.values(group) as Route[];
}
