import { partnershipStages } from '@cordee/core/partnership';
import { z } from 'zod';
import { manage, manageOrOwn, sharedRead } from './access.ts';
import { enrollmentState } from './enrollment.ts';
import { balanceAnswer } from './ledger.ts';
import { route } from './route.ts';
import { countryCode, externalId, idOf, idText, instant, instantText, metadata, pageOf, pageQuery } from './values.ts';

export const partnerKind = z
  .enum(['affiliate', 'referrer', 'reseller', 'supplier', 'subcontractor', 'client', 'technology'])
  .meta({ example: 'affiliate' });

/** A name people read: trimmed, one line. */
export const displayName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'no control characters')
  .meta({ example: 'Atelier Lumière' });

/** Where the partnership stands, as the company sees it. */
export const stages = partnershipStages;
export const stage = z.enum(stages).meta({ example: 'active' });
export type Stage = z.output<typeof stage>;

/** A word of the company's own, in lower case. */
export const tag = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(40)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'no control characters')
  .meta({ example: 'salon 2026' });
export const tags = z
  .array(tag)
  .max(20)
  .transform((all) => [...new Set(all)].sort());

const email = z.email().max(254).meta({ example: 'contact@atelier-lumiere.example' });
const language = z.enum(['fr', 'en']);
const certificateCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'lower-case letters, digits, `.`, `_` and `-`')
  .meta({ example: 'product-basics' });

export const partner = z.object({
  id: idText('prt'),
  name: z.string(),
  kind: partnerKind,
  country: z.string().nullable(),
  email: z.string().nullable(),
  language,
  externalId: z.string().nullable(),
  attributes: metadata,
  stage: stage
    .nullable()
    .meta({ description: 'Where the partnership stands; null when a partner reads, unless the company shows it' }),
  stageSince: instantText.nullable(),
  tags: z.array(z.string()).meta({ description: 'In alphabetical order; none when a partner reads' }),
  createdAt: instantText,
  archivedAt: instantText.nullable(),
});
export type Partner = z.infer<typeof partner>;

export const certificate = z.object({
  partnerId: idText('prt'),
  code: z.string(),
  from: instantText,
  to: instantText.nullable().meta({ description: 'Exclusive; null while it has no end' }),
});
export type Certificate = z.infer<typeof certificate>;

export const partnerDetail = partner.extend({ certificates: z.array(certificate) });
export type PartnerDetail = z.infer<typeof partnerDetail>;

const createBody = z.strictObject({
  name: displayName,
  kind: partnerKind,
  country: countryCode.optional(),
  email: email.optional(),
  language: language.optional().meta({ description: "The workspace's language unless said otherwise" }),
  externalId: externalId.optional(),
  attributes: metadata.optional(),
  stage: stage.optional().meta({ description: '`active` unless said otherwise' }),
  tags: tags.optional(),
});
export type CreatePartner = z.output<typeof createBody>;

const changeBody = z
  .strictObject({
    name: displayName.optional(),
    kind: partnerKind.optional(),
    country: countryCode.nullable().optional(),
    email: email.nullable().optional(),
    language: language.optional(),
    externalId: externalId.nullable().optional(),
    attributes: metadata.optional().meta({ description: 'Replaces all attributes' }),
    tags: tags.optional().meta({ description: 'Replaces all tags' }),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'at least one field')
  .meta({ example: { kind: 'reseller', country: 'FR' } });
export type ChangePartner = z.output<typeof changeBody>;

const certificateBody = z.strictObject({
  code: certificateCode,
  from: instant.optional().meta({ description: 'Now unless said otherwise' }),
  to: instant.optional().meta({ description: 'Exclusive' }),
});
export type IssueCertificate = z.output<typeof certificateBody>;

export const partnerSorts = ['name', 'newest', 'earned', 'lastActivity'] as const;

const listQuery = z.strictObject({
  ...pageQuery,
  search: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'no control characters')
    .optional()
    .meta({ description: 'Part of the name, e-mail or external id; one or two characters: how the name begins' }),
  kind: partnerKind.optional(),
  country: countryCode.optional(),
  stage: stage.optional(),
  tag: tag.optional(),
  programId: idOf('prg').optional().meta({ description: 'Enrolled in this program' }),
  state: enrollmentState.optional().meta({ description: 'With an enrollment in this state (in `programId`, if given)' }),
  archived: z.enum(['exclude', 'include', 'only']).default('exclude'),
  sort: z
    .enum(partnerSorts)
    .default('name')
    .meta({ description: '`earned`: most first, net of what was taken back, in the currency of the workspace' }),
  format: z
    .enum(['json', 'csv'])
    .optional()
    .meta({ description: 'Unless said, what the Accept header prefers; CSV holds all pages' }),
});
export type ListPartners = z.output<typeof listQuery>;

export const listedPartner = partner.extend({
  balances: balanceAnswer,
  lastActivityAt: instantText.nullable().meta({ description: 'When the latest fact that concerns it happened' }),
  enrollments: z
    .array(z.object({ id: idText('enr'), programId: idText('prg'), state: enrollmentState }))
    .meta({ description: 'Those that have not ended' }),
});
export type ListedPartner = z.input<typeof listedPartner>;

const byId = z.strictObject({ id: idOf('prt') });
const group = 'partners';

export const partnerRoutes = {
  createPartner: route({
    id: 'createPartner',
    method: 'POST',
    path: '/api/v1/partners',
    tag: group,
    summary: { en: 'Add a partner', fr: 'Ajouter un partenaire' },
    access: manage,
    body: createBody,
    status: 201,
    answer: partner,
    errors: ['already_exists'],
    idempotency: 'key',
  }),
  listPartners: route({
    id: 'listPartners',
    method: 'GET',
    path: '/api/v1/partners',
    tag: group,
    summary: { en: 'List partners', fr: 'Lister les partenaires' },
    description: {
      en: 'With balances, open enrollments and the latest activity. As CSV with `format=csv` or `Accept: text/csv`: all partners the filters let through, whatever the page.',
      fr: 'Avec soldes, adhésions ouvertes et dernière activité. En CSV avec `format=csv` ou `Accept: text/csv` : tous les partenaires que laissent les filtres, quelle que soit la page.',
    },
    access: sharedRead,
    query: listQuery,
    status: 200,
    answer: pageOf(listedPartner),
    alsoAnswers: ['text/csv'],
    errors: [],
  }),
  getPartner: route({
    id: 'getPartner',
    method: 'GET',
    path: '/api/v1/partners/:id',
    tag: group,
    summary: { en: 'Read a partner and its certificates', fr: 'Lire un partenaire et ses certificats' },
    access: sharedRead,
    params: byId,
    status: 200,
    answer: partnerDetail,
    errors: ['not_found'],
  }),
  changePartner: route({
    id: 'changePartner',
    method: 'PATCH',
    path: '/api/v1/partners/:id',
    tag: group,
    summary: { en: 'Change a partner', fr: 'Modifier un partenaire' },
    description: {
      en: 'Fields left out stay; null empties one. What rules read (kind, country, attributes, e-mail) changes from now on only: facts already counted keep what was known then. A partner may change its own name, e-mail and language.',
      fr: 'Les champs omis restent ; null en vide un. Ce que lisent les règles (type, pays, attributs, e-mail) ne change que désormais : les faits déjà comptés gardent ce qui était connu. Un partenaire peut changer son nom, son e-mail et sa langue.',
    },
    access: manageOrOwn,
    params: byId,
    body: changeBody,
    status: 200,
    answer: partner,
    errors: ['not_found', 'already_exists'],
    idempotency: 'key',
  }),
  archivePartner: route({
    id: 'archivePartner',
    method: 'POST',
    path: '/api/v1/partners/:id/archive',
    tag: group,
    summary: { en: 'Archive a partner', fr: 'Archiver un partenaire' },
    description: {
      en: 'Ends its enrollments from now on and hides it from lists. Everything earned stays due.',
      fr: 'Met fin dès maintenant à ses adhésions et le retire des listes. Tout ce qui est gagné reste dû.',
    },
    access: manage,
    params: byId,
    status: 200,
    answer: partner,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  issueCertificate: route({
    id: 'issueCertificate',
    method: 'POST',
    path: '/api/v1/partners/:id/certificates',
    tag: group,
    summary: { en: 'Record a certificate a partner holds', fr: "Enregistrer un certificat qu'un partenaire détient" },
    access: manage,
    params: byId,
    body: certificateBody,
    status: 201,
    answer: certificate,
    errors: ['not_found'],
    idempotency: 'key',
  }),
} as const;
