import { z } from 'zod';
import { route } from './route.ts';

/** What signers and those who verify reach without an account. */

const MOST_BYTES = 40 * 1024 * 1024;
const tag = 'signatures';
const form = { maxBytes: 64 * 1024, types: ['application/x-www-form-urlencoded'], as: 'buffer' } as const;
const token = z.string().min(20).max(100).meta({ example: 'the-token-of-the-link-in-the-mail' });

export const verdictAnswer = z.object({
  sha256: z.string(),
  isIntact: z.boolean().meta({ description: 'All signatures are as they were made, and nothing was added behind the last' }),
  isOurs: z.boolean().meta({ description: 'All were made with a key of this installation' }),
  isWhole: z.boolean().meta({ description: 'The last signature covers the whole file' }),
  signatures: z.array(
    z.object({
      number: z.int(),
      faults: z.array(z.string()),
      reason: z.string().nullable(),
      signedAt: z.string().nullable(),
      stampedAt: z.string().nullable(),
      signer: z.string().nullable(),
      isOurs: z.boolean(),
    }),
  ),
});
export type VerdictAnswer = z.input<typeof verdictAnswer>;

export const signingRoutes = {
  readSigningDocument: route({
    id: 'readSigningDocument',
    method: 'GET',
    path: '/sign/document',
    tag,
    summary: { en: 'A document, by the link of a signer (PDF)', fr: 'Un document, par le lien d’un signataire (PDF)' },
    access: { public: true },
    query: z.strictObject({ token, number: z.coerce.number().int().min(1).max(20).meta({ example: 1 }) }),
    status: 200,
    alsoAnswers: ['application/pdf'],
    errors: ['not_found', 'link_expired'],
    limitPerMinute: 60,
  }),
  signOnPage: route({
    id: 'signOnPage',
    method: 'POST',
    path: '/sign',
    tag,
    summary: { en: 'What a signer does on its page', fr: 'Ce que fait un signataire sur sa page' },
    access: { public: true },
    query: z.strictObject({ token }),
    rawBody: form,
    status: 200,
    answer: z.string(),
    alsoAnswers: ['text/html'],
    errors: ['link_expired'],
    idempotency: 'none',
    limitPerMinute: 30,
  }),
  verifyDocument: route({
    id: 'verifyDocument',
    method: 'POST',
    path: '/api/v1/signatures/verification',
    tag,
    summary: { en: 'Verify the signatures of a PDF', fr: 'Vérifier les signatures d’un PDF' },
    description: { en: 'Nothing of it is kept.', fr: 'Rien n’en est conservé.' },
    access: { public: true },
    rawBody: { maxBytes: MOST_BYTES, types: ['application/pdf'], as: 'buffer' },
    status: 200,
    answer: verdictAnswer,
    errors: ['body_too_large'],
    idempotency: 'none',
    limitPerMinute: 20,
  }),
  verifyOnPage: route({
    id: 'verifyOnPage',
    method: 'POST',
    path: '/verify',
    tag,
    summary: { en: 'Verify a PDF, on the page for it', fr: 'Vérifier un PDF, sur la page prévue' },
    access: { public: true },
    query: z.strictObject({ lang: z.enum(['fr', 'en']).optional() }),
    rawBody: { maxBytes: MOST_BYTES, types: ['multipart/form-data'], as: 'buffer' },
    status: 200,
    answer: z.string(),
    alsoAnswers: ['text/html'],
    errors: [],
    idempotency: 'none',
    limitPerMinute: 20,
  }),
} as const;
