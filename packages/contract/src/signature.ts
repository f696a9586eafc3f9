import { envelopeStates, signerStates } from '@cordee/core/signature';
import { z } from 'zod';
import { manage, sharedRead } from './access.ts';
import { roles, route } from './route.ts';
import { idOf, idText, instant, instantText, oneLine, pageOf, pageQuery } from './values.ts';

/** Documents sent to be signed: who signs in which order, what happened, and what proves it. Simple electronic signatures. */

const MOST_BYTES = 20 * 1024 * 1024;

const signerFields = {
  name: oneLine(120).meta({ example: 'Léa Bonnet' }),
  email: z.email().max(254).meta({ example: 'lea@atelier.example' }),
  side: z.enum(['company', 'partner']).meta({ description: 'For whom this person signs' }),
  language: z.enum(['fr', 'en']).meta({ description: 'In which it is written to' }),
};

/** Who signs, in which order, and until when. */
export const signingFields = {
  signers: z
    .array(z.strictObject(signerFields))
    .min(1)
    .max(20)
    .meta({ example: [{ name: 'Léa Bonnet', email: 'lea@atelier.example', side: 'partner', language: 'fr' }] }),
  order: z.enum(['sequence', 'parallel']).default('sequence'),
  expiresAt: instant.meta({ description: 'From then on nobody signs any more', example: '2099-01-31T00:00:00Z' }),
  remindEveryDays: z.int().min(1).max(30).nullable().default(3),
  message: z
    .string()
    .trim()
    .max(1000)
    .regex(/^[^\0\p{Cs}]*$/u, 'no NUL, no half characters')
    .nullable()
    .default(null)
    .meta({ description: 'A word to the signers, in their mail and on their page', example: 'As agreed on Monday.' }),
};

const createBody = z.strictObject({
  purpose: oneLine(160).meta({ description: 'What is to be signed, in words signers read', example: 'Partnership charter 2027' }),
  partnerId: idOf('prt').optional(),
  ...signingFields,
});
export type CreateEnvelope = z.output<typeof createBody>;

const replaceBody = z
  .strictObject({ name: signerFields.name, email: signerFields.email, language: signerFields.language.optional() })
  .meta({ example: { name: 'Max Roy', email: 'max@atelier.example' } });
export type ReplaceSigner = z.output<typeof replaceBody>;

const signerAnswer = z.object({
  id: idText('sgn'),
  name: z.string(),
  email: z.string(),
  side: z.enum(['company', 'partner']),
  language: z.enum(['fr', 'en']),
  turn: z.int(),
  state: z.enum(signerStates),
  delegatedFrom: idText('sgn').nullable(),
  signedAt: instantText.nullable(),
  reason: z.string().nullable().meta({ description: 'Why it refused' }),
});

const envelopeFields = {
  id: idText('env'),
  purpose: z.string(),
  subject: z.string().nullable().meta({ description: 'The id of what the documents were made from, such as a charter' }),
  partnerId: idText('prt').nullable(),
  state: z.enum(envelopeStates),
  order: z.enum(['sequence', 'parallel']),
  createdAt: instantText,
  sentAt: instantText.nullable(),
  expiresAt: instantText,
  endedAt: instantText.nullable(),
  remindEveryDays: z.int().nullable(),
  message: z.string().nullable().meta({ description: 'What the sender says to the signers' }),
  reason: z.string().nullable().meta({ description: 'Why it was cancelled' }),
  signers: z.array(signerAnswer),
};

export const envelopeAnswer = z.object(envelopeFields);
export type EnvelopeAnswer = z.input<typeof envelopeAnswer>;

export const envelopeDetail = z.object({
  ...envelopeFields,
  documents: z.array(
    z.object({
      number: z.int(),
      name: z.string(),
      bytes: z.int(),
      sha256: z.string().meta({ description: 'As it was given' }),
      currentSha256: z.string().meta({ description: 'With all signatures so far' }),
    }),
  ),
  events: z.array(
    z.object({
      number: z.int(),
      at: instantText,
      kind: z.string(),
      by: z.string().meta({ description: 'The name of a signer, `company` or `clock`' }),
      data: z.record(z.string(), z.string()),
      hash: z.string(),
    }),
  ),
});
export type EnvelopeDetail = z.input<typeof envelopeDetail>;

const listQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  state: z.enum(envelopeStates).optional(),
});
export type ListEnvelopes = z.output<typeof listQuery>;

const byId = z.strictObject({ id: idOf('env') });
const tag = 'signatures';
const steps = ['not_found', 'envelope_step_refused', 'idempotency_conflict'] as const;

export const signatureRoutes = {
  createEnvelope: route({
    id: 'createEnvelope',
    method: 'POST',
    path: '/api/v1/envelopes',
    tag,
    summary: { en: 'Begin an envelope of documents to sign', fr: 'Préparer une enveloppe de documents à signer' },
    description: {
      en: 'Add its documents next, then send it. Signers need no account: each gets a link of its own by mail, and a code by a second one. What comes out is a simple electronic signature.',
      fr: 'Ajoutez ensuite ses documents, puis envoyez-la. Les signataires n’ont pas besoin de compte : chacun reçoit son lien par courriel, et un code par un second. Il en résulte une signature électronique simple.',
    },
    access: manage,
    body: createBody,
    status: 201,
    answer: envelopeDetail,
    errors: ['unknown_reference', 'envelope_step_refused', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  addEnvelopeDocument: route({
    id: 'addEnvelopeDocument',
    method: 'POST',
    path: '/api/v1/envelopes/:id/documents',
    tag,
    summary: { en: 'Put a PDF into an envelope', fr: 'Ajouter un PDF à une enveloppe' },
    description: {
      en: 'Up to 20 MB; no encryption, no active content, no embedded files, no signatures yet. These bytes are what is shown and signed.',
      fr: 'Jusqu’à 20 Mo ; sans chiffrement, contenu actif, fichier joint ni signature. Ces octets sont ceux montrés et signés.',
    },
    access: manage,
    params: byId,
    query: z.strictObject({ name: oneLine(120).meta({ example: 'Charter.pdf' }) }),
    rawBody: { maxBytes: MOST_BYTES, types: ['application/pdf'], as: 'buffer' },
    status: 201,
    answer: envelopeDetail,
    errors: [...steps, 'document_refused'],
    idempotency: 'none',
  }),
  sendEnvelope: route({
    id: 'sendEnvelope',
    method: 'POST',
    path: '/api/v1/envelopes/:id/sending',
    tag,
    summary: { en: 'Send an envelope to its signers', fr: 'Envoyer une enveloppe à ses signataires' },
    access: manage,
    params: byId,
    status: 200,
    answer: envelopeDetail,
    errors: steps,
    idempotency: 'key',
  }),
  remindEnvelope: route({
    id: 'remindEnvelope',
    method: 'POST',
    path: '/api/v1/envelopes/:id/reminders',
    tag,
    summary: { en: 'Write again to those whose turn it is', fr: 'Relancer ceux dont c’est le tour' },
    access: manage,
    params: byId,
    status: 200,
    answer: envelopeDetail,
    errors: steps,
    idempotency: 'key',
  }),
  cancelEnvelope: route({
    id: 'cancelEnvelope',
    method: 'POST',
    path: '/api/v1/envelopes/:id/cancellation',
    tag,
    summary: { en: 'Take an envelope back, with the reason', fr: 'Annuler une enveloppe, avec le motif' },
    access: manage,
    params: byId,
    body: z.strictObject({ reason: z.string().trim().min(3).max(1000).meta({ example: 'The wrong version' }) }),
    status: 200,
    answer: envelopeDetail,
    errors: steps,
    idempotency: 'key',
  }),
  replaceEnvelopeSigner: route({
    id: 'replaceEnvelopeSigner',
    method: 'POST',
    path: '/api/v1/envelopes/:id/signers/:signerId/replacement',
    tag,
    summary: { en: 'Put somebody else in the place of a signer', fr: 'Remplacer un signataire' },
    description: {
      en: 'While it has not signed: a wrong address, a person who is away. The former link no longer signs; both stay in the trail.',
      fr: 'Tant qu’il n’a pas signé : une adresse fausse, une personne absente. L’ancien lien ne permet plus de signer ; les deux restent dans la piste d’audit.',
    },
    access: manage,
    params: z.strictObject({ id: idOf('env'), signerId: idOf('sgn') }),
    body: replaceBody,
    status: 200,
    answer: envelopeDetail,
    errors: steps,
    idempotency: 'key',
  }),
  openOwnSigningLink: route({
    id: 'openOwnSigningLink',
    method: 'POST',
    path: '/api/v1/envelopes/:id/own-link',
    tag,
    summary: { en: 'A link to sign with, for who is signed in', fr: 'Un lien pour signer, pour qui est connecté' },
    description: {
      en: 'For a signer whose address is the one they sign in with. The code still comes by mail.',
      fr: 'Pour un signataire dont l’adresse est celle de son compte. Le code arrive toujours par courriel.',
    },
    access: { roles, scope: null },
    params: byId,
    status: 200,
    answer: z.object({ url: z.string() }),
    errors: ['not_found', 'envelope_step_refused'],
    idempotency: 'none',
  }),
  listEnvelopes: route({
    id: 'listEnvelopes',
    method: 'GET',
    path: '/api/v1/envelopes',
    tag,
    summary: { en: 'List envelopes, newest first', fr: 'Lister les enveloppes, de la plus récente à la plus ancienne' },
    access: sharedRead,
    query: listQuery,
    status: 200,
    answer: pageOf(envelopeAnswer),
    errors: [],
  }),
  getEnvelope: route({
    id: 'getEnvelope',
    method: 'GET',
    path: '/api/v1/envelopes/:id',
    tag,
    summary: { en: 'An envelope with its trail', fr: 'Une enveloppe et sa piste d’audit' },
    access: sharedRead,
    params: byId,
    status: 200,
    answer: envelopeDetail,
    errors: ['not_found'],
  }),
  readEnvelopeDocument: route({
    id: 'readEnvelopeDocument',
    method: 'GET',
    path: '/api/v1/envelopes/:id/documents/:number',
    tag,
    summary: { en: 'A document with all signatures so far (PDF)', fr: 'Un document avec ses signatures à ce jour (PDF)' },
    access: sharedRead,
    params: z.strictObject({ id: idOf('env'), number: z.coerce.number().int().min(1).max(20).meta({ example: 1 }) }),
    status: 200,
    alsoAnswers: ['application/pdf'],
    errors: ['not_found'],
  }),
  readEnvelopeCertificate: route({
    id: 'readEnvelopeCertificate',
    method: 'GET',
    path: '/api/v1/envelopes/:id/certificate',
    tag,
    summary: { en: 'The certificate of completion (PDF)', fr: 'Le certificat de signature (PDF)' },
    access: sharedRead,
    params: byId,
    status: 200,
    alsoAnswers: ['application/pdf'],
    errors: ['not_found', 'envelope_step_refused'],
  }),
  readEnvelopeBundle: route({
    id: 'readEnvelopeBundle',
    method: 'GET',
    path: '/api/v1/envelopes/:id/bundle',
    tag,
    summary: { en: 'All that proves it, in one archive (zip)', fr: 'Tout ce qui fait preuve, en une archive (zip)' },
    description: {
      en: 'Documents, certificate, trail, time stamps, hashes and instructions: `pdfsig`, `openssl` and `sha256sum` verify it without this server.',
      fr: 'Documents, certificat, piste d’audit, horodatages, empreintes et instructions : `pdfsig`, `openssl` et `sha256sum` la vérifient sans ce serveur.',
    },
    access: sharedRead,
    params: byId,
    status: 200,
    alsoAnswers: ['application/zip'],
    errors: ['not_found', 'envelope_step_refused'],
  }),
} as const;
