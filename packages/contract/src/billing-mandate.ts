import { z } from 'zod';
import { sharedRead } from './access.ts';
import { route, type Access } from './route.ts';
import { taxDay } from './tax-details.ts';
import { idOf, idText, instantText, oneLine, pageOf, pageQuery } from './values.ts';

/** Mandates: partners agree that the company makes out their invoices in their name. */

const language = z.enum(['fr', 'en']);
const give: Access = { roles: ['owner', 'finance', 'partner'], scope: 'money' };

export const billingMandateAnswer = z.object({
  id: idText('bmd'),
  partnerId: idText('prt'),
  partnerName: z.string(),
  state: z.enum(['in_force', 'revoked']),
  language,
  text: z.string().meta({ description: 'What was shown when it was given, to the letter' }),
  textSha256: z.string(),
  contestDays: z.int(),
  signer: z.string(),
  reference: z.string().nullable().meta({ description: 'Of one on paper: where it is kept' }),
  signedAt: instantText,
  byPartner: z.boolean(),
  validFrom: z.string(),
  revokedAt: instantText.nullable(),
  revokedByPartner: z.boolean().nullable(),
  revocationReason: z.string().nullable(),
});
export type BillingMandateAnswer = z.input<typeof billingMandateAnswer>;

export const mandateOffer = z.object({
  wanted: z.boolean().meta({ description: 'The company makes out invoices by mandate' }),
  language,
  text: z.string(),
  textSha256: z.string(),
  contestDays: z.int(),
});
export type MandateOffer = z.input<typeof mandateOffer>;

const giveBody = z.strictObject({
  partnerId: idOf('prt').optional().meta({ description: 'For the company; a partner gives its own' }),
  language,
  textSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
    .meta({
      description: 'Of the text that was shown: another one is refused',
      example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    }),
  signer: oneLine(120).meta({ description: 'The name of the person who agrees', example: 'Anna Martin' }),
  onPaper: z
    .strictObject({ signedOn: taxDay, reference: oneLine(200).meta({ example: 'Folder 3' }) })
    .optional()
    .meta({ description: 'For the company only: a mandate signed on paper, and where it is kept' }),
});
export type GiveMandate = z.output<typeof giveBody>;

const listQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  state: z.enum(['in_force', 'revoked']).optional(),
});
export type ListMandates = z.output<typeof listQuery>;

const tag = 'invoices';

export const billingMandateRoutes = {
  getMandateOffer: route({
    id: 'getMandateOffer',
    method: 'GET',
    path: '/api/v1/billing-mandates/offer',
    tag,
    summary: { en: 'The mandate partners are asked for', fr: 'Le mandat demandé aux partenaires' },
    description: {
      en: 'In the language of the request.',
      fr: 'Dans la langue de la requête.',
    },
    access: sharedRead,
    status: 200,
    answer: mandateOffer,
    errors: [],
  }),
  listBillingMandates: route({
    id: 'listBillingMandates',
    method: 'GET',
    path: '/api/v1/billing-mandates',
    tag,
    summary: { en: 'List mandates, newest first', fr: 'Lister les mandats, du plus récent au plus ancien' },
    access: sharedRead,
    query: listQuery,
    status: 200,
    answer: pageOf(billingMandateAnswer),
    errors: [],
  }),
  giveBillingMandate: route({
    id: 'giveBillingMandate',
    method: 'POST',
    path: '/api/v1/billing-mandates',
    tag,
    summary: { en: 'Give a mandate', fr: 'Donner un mandat' },
    description: {
      en: 'A partner agrees to the text it was shown; who, when and which text are kept. The company may record one that was signed on paper.',
      fr: 'Un partenaire accepte le texte montré ; qui, quand et quel texte sont conservés. L’entreprise peut enregistrer un mandat signé sur papier.',
    },
    access: give,
    body: giveBody,
    status: 201,
    answer: billingMandateAnswer,
    errors: ['unknown_reference', 'already_exists', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  revokeBillingMandate: route({
    id: 'revokeBillingMandate',
    method: 'POST',
    path: '/api/v1/billing-mandates/:id/revocation',
    tag,
    summary: { en: 'Revoke a mandate', fr: 'Révoquer un mandat' },
    description: {
      en: 'By either side. What was made out stays; nothing is made out from here on.',
      fr: 'Par l’une ou l’autre partie. Ce qui est établi le reste ; plus rien n’est établi ensuite.',
    },
    access: give,
    params: z.strictObject({ id: idOf('bmd') }),
    body: z.strictObject({ reason: oneLine(500).optional() }),
    status: 200,
    answer: billingMandateAnswer,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
} as const;
