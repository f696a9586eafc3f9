import { z } from 'zod';
import { lastingRead, staffRead } from './access.ts';
import { route } from './route.ts';
import { instantText } from './values.ts';

/** The keys documents are sealed with. */

const tag = 'statements';

const certificate = {
  certificate: z.string().meta({ description: 'PEM' }),
  sha256: z.string().meta({ description: 'The fingerprint: of the certificate in DER, in hexadecimal' }),
  subject: z.string().meta({ description: 'As in RFC 4514', example: 'O=Alpes Équipement, CN=Alpes Équipement\\, Cordée' }),
  issuer: z.string().meta({ description: 'The same as the subject where the company signs its certificate itself' }),
  validFrom: instantText,
  validTo: instantText,
  sealed: z
    .array(z.object({ month: z.string().meta({ example: '2026-10' }), documents: z.int() }))
    .meta({ description: 'The months whose statements were sealed with it, newest first, and how many documents' }),
};
const certificateAnswer = z.object(certificate);
export type CertificateAnswer = z.input<typeof certificateAnswer>;

const sealKey = z.object({ number: z.int(), createdAt: instantText, inForce: z.boolean(), ...certificate });
export type SealKeyAnswer = z.input<typeof sealKey>;

const sealKeys = z.object({
  items: z.array(sealKey),
  elsewhere: z.string().nullable().meta({ description: 'PEM: of whoever seals elsewhere, in the place of these' }),
  signer: certificateAnswer.nullable().meta({ description: 'The same, with what its certificate says' }),
  isTimestamped: z.boolean().meta({ description: 'Whether an authority adds the time to what is sealed from now on' }),
});
export type SealKeysAnswer = z.input<typeof sealKeys>;

export const sealRoutes = {
  getSealCertificate: route({
    id: 'getSealCertificate',
    method: 'GET',
    path: '/api/v1/statements/certificate',
    tag,
    summary: { en: 'The certificate statements are sealed with (PEM)', fr: 'Le certificat dont les relevés sont scellés (PEM)' },
    description: {
      en: 'With it anybody can verify that a PDF comes from here and was not changed since. The company signs it itself, unless somebody else signs for it.',
      fr: 'Avec lui, chacun peut vérifier qu’un PDF vient d’ici et n’a pas changé depuis. L’entreprise le signe elle-même, sauf si quelqu’un d’autre signe pour elle.',
    },
    access: lastingRead,
    status: 200,
    alsoAnswers: ['application/x-pem-file'],
    errors: [],
  }),
  listSealKeys: route({
    id: 'listSealKeys',
    method: 'GET',
    path: '/api/v1/seal-keys',
    tag,
    summary: { en: 'All certificates documents were sealed with', fr: 'Tous les certificats dont des documents ont été scellés' },
    access: staffRead,
    status: 200,
    answer: sealKeys,
    errors: [],
  }),
  renewSealKey: route({
    id: 'renewSealKey',
    method: 'POST',
    path: '/api/v1/seal-keys',
    tag,
    summary: { en: 'Seal with a new key from now on', fr: 'Sceller avec une nouvelle clé désormais' },
    description: {
      en: 'What was sealed before keeps verifying: each document carries its certificate. Give partners the new one.',
      fr: 'Ce qui a été scellé auparavant reste vérifiable : chaque document porte son certificat. Donnez le nouveau aux partenaires.',
    },
    access: { roles: ['owner'], scope: null },
    status: 201,
    answer: sealKey,
    errors: ['conflict'],
    idempotency: 'none',
  }),
} as const;
