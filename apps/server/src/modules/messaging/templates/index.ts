import { applicationAnswered } from './application-answered.ts';
import { applicationConfirmation } from './application-confirmation.ts';
import { applicationToAnswer } from './application-to-answer.ts';
import { charterNews } from './charter-news.ts';
import { claimNews } from './claim-news.ts';
import { claimToAnswer } from './claim-to-answer.ts';
import { commissionsPayable } from './commissions-payable.ts';
import { contributionDecided } from './contribution-decided.ts';
import { disputeNews } from './dispute-news.ts';
import { debtNews } from './debt-news.ts';
import { enrollmentApproved } from './enrollment-approved.ts';
import { importRejects } from './import-rejects.ts';
import { invitation } from './invitation.ts';
import { invoiceNews } from './invoice-news.ts';
import { invoiceToAnswer } from './invoice-to-answer.ts';
import { leavingNews } from './leaving-news.ts';
import { jointFactNews } from './joint-fact-news.ts';
import { obligationNews } from './obligation-news.ts';
import { paymentReturned } from './payment-returned.ts';
import { paymentSent } from './payment-sent.ts';
import { qualificationNews } from './qualification-news.ts';
import { signatureAsked } from './signature-asked.ts';
import { signatureCode } from './signature-code.ts';
import { signatureOver } from './signature-over.ts';
import { signInLink } from './sign-in-link.ts';
import { statementReady } from './statement-ready.ts';
import { termsChanged } from './terms-changed.ts';
import { webhookDisabled } from './webhook-disabled.ts';
import { weeklyDigest } from './weekly-digest.ts';

/** Every kind of mail, by the name it has in the log and in preferences. */
export const templates = {
  invitation,
  sign_in_link: signInLink,
  enrollment_approved: enrollmentApproved,
  contribution_decided: contributionDecided,
  application_confirmation: applicationConfirmation,
  application_answered: applicationAnswered,
  application_to_answer: applicationToAnswer,
  qualification_news: qualificationNews,
  charter_news: charterNews,
  joint_fact_news: jointFactNews,
  claim_to_answer: claimToAnswer,
  claim_news: claimNews,
  obligation_news: obligationNews,
  leaving_news: leavingNews,
  dispute_news: disputeNews,
  debt_news: debtNews,
  commissions_payable: commissionsPayable,
  payment_sent: paymentSent,
  payment_returned: paymentReturned,
  statement_ready: statementReady,
  invoice_news: invoiceNews,
  invoice_to_answer: invoiceToAnswer,
  signature_asked: signatureAsked,
  signature_code: signatureCode,
  signature_over: signatureOver,
  terms_changed: termsChanged,
  weekly_digest: weeklyDigest,
  webhook_disabled: webhookDisabled,
  import_rejects: importRejects,
} as const;

type Templates = typeof templates;
export type MailKind = keyof Templates;

/** What a kind of mail is told of. */
export type MailData<Kind extends MailKind> = Parameters<Templates[Kind]['en']>[0];
