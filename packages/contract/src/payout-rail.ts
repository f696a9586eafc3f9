import { wiseDetailColumns } from '@cordee/core/rail';
import { isIban, plainIban } from '@cordee/core/payment';
import { z } from 'zod';
import { bankAccountAnswer } from './bank-account.ts';
import { payoutBatch } from './payout-batch.ts';
import { day } from './period.ts';
import { route, type Access } from './route.ts';
import { idOf, instantText, oneLine } from './values.ts';

/** Where partners are paid on other rails than the bank's, and the company's key at a service that pays. */

const safe = /^[^=+\-@]/;
const holder = oneLine(70)
  .regex(safe, 'does not begin with = + - @')
  .meta({ description: 'Whoever is paid, as the service knows it', example: 'Atelier Lumière SARL' });
const email = z.email().max(127).regex(safe, 'does not begin with = + - @').meta({ example: 'compta@lumiere.example' });

const detail = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[\p{L}\p{N}][^\p{Cc}\p{Cs}]*$/u, 'begins with a letter or a digit');
const details = z
  .partialRecord(z.enum(wiseDetailColumns as readonly [string, ...string[]]), detail)
  .meta({
    description: 'By column of the template, such as IBAN, sortCode, accountNumber',
    example: { IBAN: 'BE68539007547034' },
  })
  .refine((given) => Object.keys(given).length > 0, { message: 'at least one column', params: { rule: 'required' } })
  .transform((given, context) => {
    if (given['IBAN'] === undefined) return given;
    const iban = plainIban(given['IBAN']);
    if (isIban(iban)) return { ...given, IBAN: iban };
    const message = 'its check digits do not fit: a character is wrong';
    context.addIssue({ code: 'custom', message, path: ['IBAN'], params: { rule: 'iban' } });
    return z.NEVER;
  });

const destination = z.discriminatedUnion('rail', [
  z.strictObject({
    rail: z.literal('wise'),
    holder,
    receiverType: z.enum(['PERSON', 'INSTITUTION']).meta({ description: 'A person, or an organisation' }),
    email: email.optional(),
    details,
  }),
  z.strictObject({
    rail: z.literal('paypal'),
    holder,
    recipient: z
      .union([email, z.string().regex(/^[A-Z0-9]{13}$/, 'thirteen capitals and digits')])
      .meta({ description: 'The e-mail address of the account, or the id of the payer', example: 'compta@lumiere.example' }),
  }),
  z.strictObject({
    rail: z.literal('stripe'),
    holder,
    accountId: z
      .string()
      .regex(/^acct_[A-Za-z0-9]{8,60}$/, 'an id starting with acct_')
      .meta({ description: 'The connected account', example: 'acct_1NuFjk2eZvKYlo2C' }),
  }),
]);
export type EnterDestination = z.output<typeof destination>;

export const payoutConnection = z.object({
  connected: z.boolean(),
  hint: z.string().nullable().meta({ description: 'The last four of the key', example: 'rk_live_••••a1B2' }),
  enteredAt: instantText.nullable(),
  enteredBy: z.string().nullable(),
});
export type PayoutConnectionAnswer = z.input<typeof payoutConnection>;

const secret = z
  .string()
  .regex(/^(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{8,200}$/, 'a key starting with sk_ or rk_')
  .meta({
    description: 'A secret or, better, a restricted key that may write and read transfers; never shown again',
    example: 'rk_test_0123456789abcdef',
  });

const connect = z.strictObject({
  secret,
  sameAccount: z
    .boolean()
    .default(false)
    .meta({ description: 'Another key of the account that is connected: while transfers are looked up there' }),
});
export type SetPayoutConnection = z.output<typeof connect>;

const outside = z.strictObject({
  reference: oneLine(140).meta({ description: 'Where the payment is found again', example: 'Virement international 2026-118' }),
  paidOn: day.meta({ description: 'The day it was paid', example: '2026-11-20' }),
});
export type PaidOutside = z.output<typeof outside>;

const money: Access = { roles: ['owner', 'finance'], scope: 'money' };
const owner: Access = { roles: ['owner'], scope: null };
const byBatch = z.strictObject({ id: idOf('bat') });
const tag = 'payments';

export const payoutRailRoutes = {
  enterPartnerDestination: route({
    id: 'enterPartnerDestination',
    method: 'POST',
    path: '/api/v1/partners/:id/payout-destinations',
    tag,
    summary: {
      en: 'Enter where a partner is paid by Wise, PayPal or Stripe',
      fr: 'Saisir où un partenaire est payé par Wise, PayPal ou Stripe',
    },
    description: {
      en: 'It is confirmed, refused and listed as bank accounts are. Where another one is in force, on any rail, it is paid to only after the cooling period.',
      fr: 'La destination se confirme, se refuse et se liste comme un compte bancaire. Si une autre est en vigueur, quel que soit le moyen, elle n’est payée qu’après le délai de sécurité.',
    },
    access: { roles: ['owner', 'finance', 'partner'], scope: 'money' },
    params: z.strictObject({ id: idOf('prt') }),
    body: destination,
    status: 201,
    answer: bankAccountAnswer,
    errors: ['not_found', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  getPayoutConnection: route({
    id: 'getPayoutConnection',
    method: 'GET',
    path: '/api/v1/payout-connections/stripe',
    tag,
    summary: { en: 'Whether Stripe is connected for payments', fr: 'Si Stripe est connecté pour les paiements' },
    access: { roles: ['owner', 'manager', 'finance', 'viewer'], scope: 'read' },
    status: 200,
    answer: payoutConnection,
    errors: [],
  }),
  setPayoutConnection: route({
    id: 'setPayoutConnection',
    method: 'PUT',
    path: '/api/v1/payout-connections/stripe',
    tag,
    summary: { en: 'Connect Stripe for payments', fr: 'Connecter Stripe pour les paiements' },
    access: owner,
    body: connect,
    status: 200,
    answer: payoutConnection,
    errors: ['conflict'],
    idempotency: 'none',
  }),
  removePayoutConnection: route({
    id: 'removePayoutConnection',
    method: 'DELETE',
    path: '/api/v1/payout-connections/stripe',
    tag,
    summary: { en: 'Disconnect Stripe', fr: 'Déconnecter Stripe' },
    access: owner,
    status: 200,
    answer: payoutConnection,
    errors: ['conflict'],
    idempotency: 'none',
  }),
  payBatchOutside: route({
    id: 'payBatchOutside',
    method: 'POST',
    path: '/api/v1/payout-batches/:id/outside-payment',
    tag,
    summary: { en: 'Say that an approved batch was paid outside', fr: 'Dire qu’un lot approuvé a été payé autrement' },
    description: {
      en: 'Of batches of the rail `outside`: all lines still under way are paid.',
      fr: 'Pour les lots du moyen `outside` : toutes les lignes encore en cours sont payées.',
    },
    access: money,
    params: byBatch,
    body: outside,
    status: 200,
    answer: payoutBatch,
    errors: ['not_found', 'conflict', 'idempotency_conflict', 'unavailable'],
    idempotency: 'key',
  }),
  continuePayoutBatch: route({
    id: 'continuePayoutBatch',
    method: 'POST',
    path: '/api/v1/payout-batches/:id/continuation',
    tag,
    summary: { en: 'Go on sending the transfers of a batch', fr: 'Reprendre l’envoi des virements d’un lot' },
    description: {
      en: 'Once what kept them from being sent is mended. What may have been sent is looked up first: nothing is paid twice.',
      fr: 'Une fois réparé ce qui les empêchait de partir. Ce qui a pu partir est d’abord recherché : rien n’est payé deux fois.',
    },
    access: money,
    params: byBatch,
    status: 200,
    answer: payoutBatch,
    errors: ['not_found', 'conflict'],
    idempotency: 'key',
  }),
} as const;
