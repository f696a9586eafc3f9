import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Mail, MailState } from './messaging.queries.ts';

export const stateWords: Readonly<Record<MailState, MessageDescriptor>> = {
  queued: msg`To be sent`,
  sent: msg`Sent`,
  kept: msg`Kept: no mail server is set up`,
  failed: msg`Failed`,
};
export const stateTones = { queued: 'wait', sent: 'good', kept: 'calm', failed: 'bad' } as const;
export const mailStates = Object.keys(stateWords) as MailState[];

export const kindWords: Readonly<Record<Mail['kind'], MessageDescriptor>> = {
  enrollment_approved: msg`Enrollment accepted`,
  contribution_decided: msg`Contribution decided`,
  application_confirmation: msg`Proof of an applicant’s address`,
  application_answered: msg`Answer to an application`,
  application_to_answer: msg`Applications to answer`,
  qualification_news: msg`News of questions both answer`,
  claim_to_answer: msg`Claims to answer`,
  claim_news: msg`News of a claim`,
  charter_news: msg`News of a charter`,
  joint_fact_news: msg`News of a joint fact`,
  obligation_news: msg`News of an obligation`,
  leaving_news: msg`News of a leaving`,
  dispute_news: msg`News of a dispute`,
  debt_news: msg`News of a payment plan`,
  commissions_payable: msg`Commissions payable`,
  payment_sent: msg`Payment on its way`,
  payment_returned: msg`Payment that came back`,
  statement_ready: msg`Statement of a month`,
  invoice_news: msg`News of an invoice`,
  invoice_to_answer: msg`An invoice to be looked at`,
  weekly_digest: msg`The week in figures`,
  webhook_disabled: msg`Webhook disabled`,
  import_rejects: msg`Rejected rows of an import`,
  invitation: msg`Invitation`,
  sign_in_link: msg`Sign-in link`,
  terms_changed: msg`Change of terms`,
  signature_asked: msg`A document to sign`,
  signature_code: msg`Code to sign`,
  signature_over: msg`End of a signature`,
};

/** The state an address asks for; what it does not know is left out. */
export function mailSearch({ state }: Record<string, unknown>): { state?: MailState } {
  return typeof state === 'string' && Object.hasOwn(stateWords, state) ? { state: state as MailState } : {};
}
