import { z } from 'zod';
import { roles, route, type Access } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** Mails that were written to people, and what each person wants to be written about. */

const managers: Access = { roles: ['owner', 'manager'], scope: 'admin' };
/** For oneself: a key is nobody. */
const anyMember: Access = { roles, scope: null };

/** Kinds somebody may do without. The others (invitations, sign-in links, changes of terms, notices, documents that silence accepts, disputes) are always sent. */
export const optionalMailKinds = [
  'enrollment_approved',
  'contribution_decided',
  'application_to_answer',
  'qualification_news',
  'charter_news',
  'joint_fact_news',
  'claim_to_answer',
  'claim_news',
  'obligation_news',
  'debt_news',
  'commissions_payable',
  'payment_sent',
  'payment_returned',
  'statement_ready',
  'invoice_to_answer',
  'weekly_digest',
  'webhook_disabled',
  'import_rejects',
] as const;
export const mailKinds = [
  ...optionalMailKinds,
  'invitation',
  'leaving_news',
  'sign_in_link',
  'terms_changed',
  'invoice_news',
  'dispute_news',
  'application_confirmation',
  'application_answered',
  'signature_asked',
  'signature_code',
  'signature_over',
] as const;

const mailState = z.enum(['queued', 'sent', 'kept', 'failed']).meta({
  description: '`kept`: no mail server is set up; `failed`: refused by the server, or not taken for three days',
});

export const mailAnswer = z.object({
  id: idText('mal'),
  kind: z.enum(mailKinds),
  recipient: z.string(),
  language: z.enum(['fr', 'en']),
  subject: z.string(),
  state: mailState,
  attempts: z.int(),
  fault: z.string().nullable().meta({ description: "The mail server's own words" }),
  createdAt: instantText,
  endedAt: instantText.nullable(),
});
export type MailAnswer = z.input<typeof mailAnswer>;

const mailQuery = z.strictObject({
  ...pageQuery,
  state: mailState.optional(),
  kind: z.enum(mailKinds).optional(),
  recipient: z.email().max(254).toLowerCase().optional(),
});
export type ListMails = z.output<typeof mailQuery>;

const wanted = z.record(z.enum(optionalMailKinds), z.boolean()).meta({
  description: 'By kind; what was never said is wanted',
  example: Object.fromEntries(optionalMailKinds.map((kind) => [kind, kind !== 'weekly_digest'])),
});
const preferences = z.object({ address: z.string(), wanted });
export type MailPreferences = z.input<typeof preferences>;

const unsubscribeQuery = z.strictObject({ token: z.string().min(1).max(1000).meta({ example: 'from-the-mail' }) });

const tag = 'messaging';

export const messagingRoutes = {
  listMails: route({
    id: 'listMails',
    method: 'GET',
    path: '/api/v1/mails',
    tag,
    summary: { en: 'List mails, newest first', fr: 'Lister les messages envoyés, les plus récents en tête' },
    access: managers,
    query: mailQuery,
    status: 200,
    answer: pageOf(mailAnswer),
    errors: [],
  }),
  retryMail: route({
    id: 'retryMail',
    method: 'POST',
    path: '/api/v1/mails/:id/retry',
    tag,
    summary: { en: 'Send a mail that failed once more', fr: 'Renvoyer un message qui a échoué' },
    access: managers,
    params: z.strictObject({ id: idOf('mal') }),
    status: 202,
    answer: mailAnswer,
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
  getMailPreferences: route({
    id: 'getMailPreferences',
    method: 'GET',
    path: '/api/v1/mail-preferences',
    tag,
    summary: { en: 'What I want to be written about', fr: 'Ce pour quoi je veux recevoir des messages' },
    access: anyMember,
    status: 200,
    answer: preferences,
    errors: [],
  }),
  changeMailPreferences: route({
    id: 'changeMailPreferences',
    method: 'PATCH',
    path: '/api/v1/mail-preferences',
    tag,
    summary: { en: 'Choose what I want to be written about', fr: 'Choisir ce pour quoi je veux recevoir des messages' },
    access: anyMember,
    body: z.strictObject({ wanted: z.partialRecord(z.enum(optionalMailKinds), z.boolean()) }).meta({
      example: { wanted: { weekly_digest: false } },
    }),
    status: 200,
    answer: preferences,
    errors: [],
    idempotency: 'none',
  }),
  unsubscribe: route({
    id: 'unsubscribe',
    method: 'POST',
    path: '/unsubscribe',
    tag,
    summary: { en: 'No more mails of a kind', fr: 'Ne plus recevoir un type de message' },
    description: {
      en: 'By the link in a mail, without signing in: mail programs call it with one click (RFC 8058).',
      fr: "Par le lien d'un message, sans se connecter : les logiciels de messagerie l'appellent en un clic (RFC 8058).",
    },
    access: { public: true },
    query: unsubscribeQuery,
    rawBody: { maxBytes: 64 * 1024, types: ['application/x-www-form-urlencoded', 'multipart/form-data'], as: 'buffer' },
    status: 200,
    answer: z.string(),
    alsoAnswers: ['text/html'],
    errors: ['link_expired'],
    idempotency: 'none',
    limitPerMinute: 60,
  }),
} as const;
