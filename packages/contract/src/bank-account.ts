import { isIban, plainIban } from '@cordee/core/payment';
import { readWiseHeader } from '@cordee/core/rail';
import { z } from 'zod';
import { route, type Access } from './route.ts';
import { countryCode, currency, idOf, idText, instantText, oneLine, pageOf, pageQuery } from './values.ts';

/** Where partners are paid, where the company pays from, and the rules of paying. */

const iban = z
  .string()
  .max(60)
  .meta({
    description: 'With or without blanks; shown by its last four from then on',
    example: 'FR14 2004 1010 0505 0001 3M02 606',
  })
  .transform((text, context) => {
    const plain = plainIban(text);
    if (isIban(plain)) return plain;
    context.addIssue({ code: 'custom', message: 'its check digits do not fit: a character is wrong', params: { rule: 'iban' } });
    return z.NEVER;
  });

const bic = z
  .string()
  .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, '8 or 11 capitals and digits')
  .meta({ description: 'Only where the bank asks for it', example: 'AGRIFRPP' });

export const bankAddress = z.strictObject({
  street: oneLine(70).optional(),
  postCode: oneLine(16).optional(),
  town: oneLine(35),
  country: countryCode,
});

const enterBody = z.strictObject({
  holder: oneLine(70).meta({ description: 'The name the account is in: banks compare it', example: 'Atelier Lumière SARL' }),
  iban,
  bic: bic.optional(),
  address: bankAddress.optional(),
});
export type EnterBankAccount = z.output<typeof enterBody>;

export const bankAccountStates = ['to_confirm', 'in_force', 'refused', 'replaced'] as const;

export const bankAccountAnswer = z.object({
  id: idText('bac'),
  partnerId: idText('prt').nullable().meta({ description: "null for the company's own" }),
  partnerName: z.string().nullable(),
  holder: z.string(),
  rail: z.enum(['sepa', 'wise', 'paypal', 'stripe']).meta({ description: 'How it is paid to' }),
  iban: z
    .string()
    .meta({ description: 'Country and last four; on other rails what may be shown of it', example: 'FR•• •••• 2606' }),
  bic: z.string().nullable(),
  state: z.enum(bankAccountStates),
  enteredAt: instantText,
  byPartner: z.boolean(),
  decidedAt: instantText.nullable(),
  usableFrom: instantText.nullable().meta({ description: 'Nothing is paid to it before: time to notice a fraud' }),
  reason: z.string().nullable(),
  alsoOf: z.array(idText('prt')).meta({ description: 'Other partners with the same account in force: worth a question' }),
});
export type BankAccountAnswer = z.input<typeof bankAccountAnswer>;

const accounts = z.object({ items: z.array(bankAccountAnswer) });

/** The header as it is kept; what is wrong with it is named. */
function wiseHeaderIn(text: string | null, context: z.RefinementCtx): string | null {
  if (text === null || text.trim() === '') return null;
  const { columns, unknown, missing, repeated } = readWiseHeader(text);
  const fault = (rule: string, en: string, fr: string) =>
    context.addIssue({ code: 'custom', message: en, params: { rule, sentence: { en, fr } } });
  const names = (given: readonly string[]) => given.join(', ');
  if (unknown.length > 0) {
    fault(
      'unknown_columns',
      `We cannot fill these columns: ${names(unknown)}.`,
      `Colonnes que nous ne savons pas remplir : ${names(unknown)}.`,
    );
  }
  if (missing.length > 0) {
    fault('missing_columns', `These columns are missing: ${names(missing)}.`, `Colonnes manquantes : ${names(missing)}.`);
  }
  if (repeated.length > 0) {
    fault('repeated_columns', `These columns stand twice: ${names(repeated)}.`, `Colonnes en double : ${names(repeated)}.`);
  }
  return columns.join(',');
}

export const paymentRules = z.strictObject({
  minimumAmount: z.int().min(0).max(100_000_000).meta({ description: 'In cents: less than this waits for more', example: 2000 }),
  coolingHours: z.int().min(0).max(720).meta({ description: 'Hours before a changed account is paid to', example: 72 }),
  fourEyes: z.boolean().meta({ description: 'Whoever enters an account or makes a batch does not confirm it', example: true }),
  paymentDay: z.int().min(1).max(31).nullable().default(null).meta({
    description: 'The day of the month on which the company pays, or the last one; partners are told of it',
    example: 5,
  }),
  minimums: z
    .array(z.strictObject({ currency, amount: z.int().min(0).max(1_000_000_000_000) }))
    .max(50)
    .default([])
    .meta({ description: 'The least amounts of other currencies, in minor units; none where it is not said' }),
  wiseHeader: z
    .string()
    .max(2000)
    .nullable()
    .default(null)
    .transform((text, context) => wiseHeaderIn(text, context))
    .meta({ description: 'The header of the template the company downloaded from Wise; its default one when null' }),
});
export type PaymentRules = z.output<typeof paymentRules>;

const money: Access = { roles: ['owner', 'finance'], scope: 'money' };
/** Decisions about where money goes are a person's: no key may take them. */
const person: Access = { roles: ['owner', 'finance'], scope: null };
const owner: Access = { roles: ['owner'], scope: null };
const look: Access = { roles: ['owner', 'manager', 'finance', 'viewer'], scope: 'read' };
const ofPartner = z.strictObject({ id: idOf('prt') });
const ofAccount = z.strictObject({ id: idOf('bac') });
const tag = 'payments';

export const bankAccountRoutes = {
  enterPartnerAccount: route({
    id: 'enterPartnerAccount',
    method: 'POST',
    path: '/api/v1/partners/:id/bank-accounts',
    tag,
    summary: { en: 'Enter the account a partner is paid on', fr: 'Saisir le compte sur lequel un partenaire est payé' },
    description: {
      en: 'It waits to be confirmed by somebody of the company who did not enter it; the one before stays in force until then.',
      fr: 'Il attend la confirmation de quelqu’un de l’entreprise qui ne l’a pas saisi ; jusque-là le précédent reste en vigueur.',
    },
    access: { roles: ['owner', 'finance', 'partner'], scope: 'money' },
    params: ofPartner,
    body: enterBody,
    status: 201,
    answer: bankAccountAnswer,
    errors: ['not_found', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  listPartnerAccounts: route({
    id: 'listPartnerAccounts',
    method: 'GET',
    path: '/api/v1/partners/:id/bank-accounts',
    tag,
    summary: { en: 'The accounts of a partner, newest first', fr: 'Les comptes d’un partenaire, du plus récent au plus ancien' },
    access: { roles: ['owner', 'manager', 'finance', 'viewer', 'partner'], scope: 'read' },
    params: ofPartner,
    status: 200,
    answer: accounts,
    errors: ['not_found'],
  }),
  enterCompanyAccount: route({
    id: 'enterCompanyAccount',
    method: 'POST',
    path: '/api/v1/company/bank-accounts',
    tag,
    summary: { en: 'Enter the account the company pays from', fr: 'Saisir le compte depuis lequel l’entreprise paie' },
    access: money,
    body: enterBody,
    status: 201,
    answer: bankAccountAnswer,
    errors: ['idempotency_conflict'],
    idempotency: 'key',
  }),
  listCompanyAccounts: route({
    id: 'listCompanyAccounts',
    method: 'GET',
    path: '/api/v1/company/bank-accounts',
    tag,
    summary: { en: "The company's accounts, newest first", fr: 'Les comptes de l’entreprise, du plus récent au plus ancien' },
    access: look,
    status: 200,
    answer: accounts,
    errors: [],
  }),
  listBankAccounts: route({
    id: 'listBankAccounts',
    method: 'GET',
    path: '/api/v1/bank-accounts',
    tag,
    summary: {
      en: 'Accounts of all partners, newest first',
      fr: 'Les comptes de tous les partenaires, du plus récent au plus ancien',
    },
    access: look,
    query: z.strictObject({ ...pageQuery, state: z.enum(bankAccountStates).optional() }),
    status: 200,
    answer: pageOf(bankAccountAnswer),
    errors: [],
  }),
  confirmBankAccount: route({
    id: 'confirmBankAccount',
    method: 'POST',
    path: '/api/v1/bank-accounts/:id/confirmation',
    tag,
    summary: { en: 'Confirm an account', fr: 'Confirmer un compte' },
    description: {
      en: 'By a person who did not enter it. A changed account is paid to only after the cooling period of the payment rules.',
      fr: 'Par une personne qui ne l’a pas saisi. Un compte changé n’est payé qu’après le délai de sécurité des règles de paiement.',
    },
    access: person,
    params: ofAccount,
    status: 200,
    answer: bankAccountAnswer,
    errors: ['not_found', 'conflict', 'same_person'],
    idempotency: 'key',
  }),
  refuseBankAccount: route({
    id: 'refuseBankAccount',
    method: 'POST',
    path: '/api/v1/bank-accounts/:id/refusal',
    tag,
    summary: { en: 'Refuse an account, with the reason', fr: 'Refuser un compte, avec le motif' },
    access: person,
    params: ofAccount,
    body: z.strictObject({ reason: oneLine(300).meta({ example: 'The name is not that of the contract' }) }),
    status: 200,
    answer: bankAccountAnswer,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  getPaymentRules: route({
    id: 'getPaymentRules',
    method: 'GET',
    path: '/api/v1/payment-rules',
    tag,
    summary: { en: 'The rules of paying', fr: 'Les règles de paiement' },
    access: look,
    status: 200,
    answer: paymentRules,
    errors: [],
  }),
  setPaymentRules: route({
    id: 'setPaymentRules',
    method: 'PUT',
    path: '/api/v1/payment-rules',
    tag,
    summary: { en: 'Set the rules of paying', fr: 'Fixer les règles de paiement' },
    access: owner,
    body: paymentRules,
    status: 200,
    answer: paymentRules,
    errors: [],
    idempotency: 'none',
  }),
} as const;
