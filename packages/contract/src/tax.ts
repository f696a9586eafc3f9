import { z } from 'zod';
import { fileIds } from './file.ts';
import { route, type Access } from './route.ts';
import { keptTaxDecision, partnerTaxAnswer, taxDecisionAnswer } from './tax-decision.ts';
import {
  enterTaxDetails,
  taxDay,
  taxDetailsAnswer,
  taxDetailsStates,
  taxProofAnswer,
  taxProofKinds,
  vatCheckAnswer,
  vatStanding,
} from './tax-details.ts';
import { taxPolicy } from './tax-policy.ts';
import { idOf, oneLine, pageOf, pageQuery } from './values.ts';

/** Who a partner is for tax, whether its VAT number was checked, and which document follows. */

const read: Access = { roles: ['owner', 'manager', 'finance', 'viewer'], scope: 'read' };
const readOrOwn: Access = { roles: ['owner', 'manager', 'finance', 'viewer', 'partner'], scope: 'read' };
const money: Access = { roles: ['owner', 'finance'], scope: 'money' };
const moneyOrOwn: Access = { roles: ['owner', 'finance', 'partner'], scope: 'money' };
/** To vouch, and to review, is a person's. */
const person: Access = { roles: ['owner', 'finance'], scope: null };
const ofPartner = z.strictObject({ id: idOf('prt') });
const ofDetails = z.strictObject({ id: idOf('txd') });
const tag = 'tax';

export const taxRoutes = {
  getPartnerTax: route({
    id: 'getPartnerTax',
    method: 'GET',
    path: '/api/v1/partners/:id/tax',
    tag,
    summary: { en: 'Who a partner is for tax, on a day', fr: 'Qui est un partenaire pour la fiscalité, un jour donné' },
    description: {
      en: 'With the document its commissions of that day need, in sentences too. Not legal advice.',
      fr: 'Avec le document que demandent ses commissions de ce jour, en phrases aussi. Ce n’est pas un conseil juridique.',
    },
    access: readOrOwn,
    params: ofPartner,
    query: z.strictObject({ on: taxDay.optional() }),
    status: 200,
    answer: partnerTaxAnswer,
    errors: ['not_found'],
  }),
  enterTaxDetails: route({
    id: 'enterTaxDetails',
    method: 'POST',
    path: '/api/v1/partners/:id/tax-details',
    tag,
    summary: {
      en: 'Enter who a partner is for tax, from a day on',
      fr: 'Saisir qui est un partenaire pour la fiscalité, à partir d’un jour',
    },
    description: {
      en: 'Nothing is changed: what was entered before holds for the days before. What a partner enters is a proposal.',
      fr: 'Rien n’est modifié : ce qui a été saisi avant vaut pour les jours d’avant. Ce qu’un partenaire saisit est une proposition.',
    },
    access: moneyOrOwn,
    params: ofPartner,
    body: enterTaxDetails,
    status: 201,
    answer: taxDetailsAnswer,
    errors: ['not_found', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  listPartnerTaxDetails: route({
    id: 'listPartnerTaxDetails',
    method: 'GET',
    path: '/api/v1/partners/:id/tax-details',
    tag,
    summary: {
      en: 'All that was entered for a partner, newest first',
      fr: 'Tout ce qui a été saisi pour un partenaire, le plus récent d’abord',
    },
    access: readOrOwn,
    params: ofPartner,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: pageOf(taxDetailsAnswer),
    errors: ['not_found'],
  }),
  listTaxDetails: route({
    id: 'listTaxDetails',
    method: 'GET',
    path: '/api/v1/tax-details',
    tag,
    summary: {
      en: 'What was entered for all partners, newest first',
      fr: 'Ce qui a été saisi pour tous les partenaires, le plus récent d’abord',
    },
    access: read,
    query: z.strictObject({ ...pageQuery, state: z.enum(taxDetailsStates).optional() }),
    status: 200,
    answer: pageOf(taxDetailsAnswer),
    errors: [],
  }),
  acceptTaxDetails: route({
    id: 'acceptTaxDetails',
    method: 'POST',
    path: '/api/v1/tax-details/:id/acceptance',
    tag,
    summary: { en: 'Accept what a partner proposed', fr: 'Accepter ce qu’un partenaire a proposé' },
    access: money,
    params: ofDetails,
    status: 200,
    answer: taxDetailsAnswer,
    errors: ['not_found', 'conflict'],
    idempotency: 'key',
  }),
  refuseTaxDetails: route({
    id: 'refuseTaxDetails',
    method: 'POST',
    path: '/api/v1/tax-details/:id/refusal',
    tag,
    summary: {
      en: 'Refuse what a partner proposed, with the reason',
      fr: 'Refuser ce qu’un partenaire a proposé, avec le motif',
    },
    access: money,
    params: ofDetails,
    body: z.strictObject({ reason: oneLine(300).meta({ example: 'The register says otherwise' }) }),
    status: 200,
    answer: taxDetailsAnswer,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  askVatCheck: route({
    id: 'askVatCheck',
    method: 'POST',
    path: '/api/v1/partners/:id/vat-checks',
    tag,
    summary: { en: 'Have the VAT number of a partner checked', fr: 'Faire vérifier le numéro de TVA d’un partenaire' },
    description: {
      en: 'By VIES, in the background; while it is unavailable it is asked again, with growing pauses.',
      fr: 'Par VIES, en arrière-plan ; tant qu’il est indisponible, la question est reposée à intervalles croissants.',
    },
    access: money,
    params: ofPartner,
    status: 202,
    answer: vatStanding,
    errors: ['not_found', 'conflict'],
    idempotency: 'key',
  }),
  listVatChecks: route({
    id: 'listVatChecks',
    method: 'GET',
    path: '/api/v1/partners/:id/vat-checks',
    tag,
    summary: {
      en: 'The checks of a partner’s VAT numbers, newest first',
      fr: 'Les vérifications des numéros de TVA d’un partenaire, la plus récente d’abord',
    },
    access: read,
    params: ofPartner,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: pageOf(vatCheckAnswer),
    errors: ['not_found'],
  }),
  enterTaxProof: route({
    id: 'enterTaxProof',
    method: 'POST',
    path: '/api/v1/partners/:id/tax-proofs',
    tag,
    summary: { en: 'Vouch for a VAT number, or for a business', fr: 'Attester un numéro de TVA, ou une entreprise' },
    access: person,
    params: ofPartner,
    body: z.strictObject({
      kind: z.enum(taxProofKinds),
      reference: oneLine(200).meta({
        description: 'What was seen, and where it is kept',
        example: 'Certificate of 3 November, file 2026-118',
      }),
      note: oneLine(1000).nullable().default(null),
      files: fileIds,
    }),
    status: 201,
    answer: taxProofAnswer,
    errors: ['not_found', 'conflict', 'unknown_reference', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  reviewTax: route({
    id: 'reviewTax',
    method: 'POST',
    path: '/api/v1/partners/:id/tax-reviews',
    tag,
    summary: {
      en: 'Answer a review: as which case the partner is treated',
      fr: 'Répondre à un examen : comme quel cas le partenaire est traité',
    },
    description: {
      en: 'Holds for the tax details in force now, until others are.',
      fr: 'Vaut pour les renseignements fiscaux en vigueur, jusqu’à ce que d’autres le soient.',
    },
    access: person,
    params: ofPartner,
    body: z.strictObject({
      treatAs: z
        .string()
        .regex(/^[a-z][a-z0-9_]{0,59}$/)
        .meta({ description: 'Key of a rule that gives a document', example: 'private_occasional' }),
      reason: oneLine(500).meta({ example: 'The employer declares it' }),
    }),
    status: 201,
    answer: taxDecisionAnswer,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  decideTax: route({
    id: 'decideTax',
    method: 'POST',
    path: '/api/v1/partners/:id/tax-decisions',
    tag,
    summary: {
      en: 'Decide which document a partner’s commissions need, and keep it',
      fr: 'Décider quel document demandent les commissions d’un partenaire, et le garder',
    },
    access: money,
    params: ofPartner,
    body: z.strictObject({ on: taxDay.meta({ description: 'The day of the service' }) }),
    status: 201,
    answer: keptTaxDecision,
    errors: ['not_found', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  listTaxDecisions: route({
    id: 'listTaxDecisions',
    method: 'GET',
    path: '/api/v1/partners/:id/tax-decisions',
    tag,
    summary: {
      en: 'The decisions kept about a partner, newest first',
      fr: 'Les décisions gardées sur un partenaire, la plus récente d’abord',
    },
    access: read,
    params: ofPartner,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: pageOf(keptTaxDecision),
    errors: ['not_found'],
  }),
  getTaxPolicy: route({
    id: 'getTaxPolicy',
    method: 'GET',
    path: '/api/v1/tax-policy',
    tag,
    summary: { en: 'How tax details are looked after', fr: 'Comment les renseignements fiscaux sont suivis' },
    access: read,
    status: 200,
    answer: taxPolicy,
    errors: [],
  }),
  setTaxPolicy: route({
    id: 'setTaxPolicy',
    method: 'PUT',
    path: '/api/v1/tax-policy',
    tag,
    summary: { en: 'Set how tax details are looked after', fr: 'Fixer comment les renseignements fiscaux sont suivis' },
    access: person,
    body: taxPolicy,
    status: 200,
    answer: taxPolicy,
    errors: [],
    idempotency: 'none',
  }),
} as const;
