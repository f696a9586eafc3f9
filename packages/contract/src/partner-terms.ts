import { z } from 'zod';
import { sharedRead } from './access.ts';
import { enrollment } from './enrollment.ts';
import { clause } from './plan.ts';
import { route } from './route.ts';
import { idOf, idText, instantText } from './values.ts';

/** What a partner agreed to, in sentences, and what of it will change. */

const statedTerms = z.object({
  planId: idText('pln'),
  planName: z.string(),
  versionId: idText('plv'),
  version: z.int().min(1),
  from: instantText.meta({ description: 'Since when, or from when on, it holds for this enrollment' }),
  clauses: z.array(clause).meta({ description: 'In the language of the request; other partners are not named' }),
});
export type StatedTerms = z.input<typeof statedTerms>;

export const partnerTerms = z.object({
  enrollment,
  program: z.object({
    id: idText('prg'),
    name: z.string(),
    destinationUrl: z.string(),
    hosts: z.array(z.string()).meta({ description: 'Where links may lead: these hosts and their sub-domains' }),
    cookie: z.enum(['set', 'never']),
    cookieDays: z.int(),
    maskCustomers: z.boolean(),
  }),
  current: statedTerms.nullable().meta({ description: 'null while nothing was published' }),
  coming: z.array(statedTerms).meta({ description: 'What was announced, in the order it takes effect' }),
});
export type PartnerTerms = z.input<typeof partnerTerms>;

export const partnerTermsRoutes = {
  getTerms: route({
    id: 'getTerms',
    method: 'GET',
    path: '/api/v1/partners/:id/terms',
    tag: 'enrollments',
    summary: {
      en: 'The terms of a partner in sentences, and what will change',
      fr: 'Les conditions d’un partenaire en phrases, et ce qui changera',
    },
    description: {
      en: 'For each enrollment, the latest first: the clauses in force, those announced with their date, and where its links may lead.',
      fr: 'Pour chaque adhésion, la plus récente en tête : les clauses en vigueur, celles annoncées avec leur date, et où ses liens peuvent mener.',
    },
    access: sharedRead,
    params: z.strictObject({ id: idOf('prt') }),
    status: 200,
    answer: z.array(partnerTerms),
    errors: ['not_found'],
  }),
} as const;
