import { charterKinds } from '@cordee/core/charter';
import { z } from 'zod';
import { manage, sharedRead } from './access.ts';
import { charterClause } from './charter-document.ts';
import { charterKey } from './charter-values.ts';
import { route } from './route.ts';
import { idOf, idText } from './values.ts';

/** Clauses of the company's own, and of whom a charter is asked before anything is paid. */

const tag = 'charters';

const keepBody = z.strictObject({ clause: charterClause, fits: z.array(z.enum(charterKinds)).max(6).default([]) }).meta({
  example: {
    clause: {
      key: 'showroom',
      kind: 'other',
      from: null,
      title: { fr: 'Salle d’exposition', en: 'Showroom' },
      text: { fr: 'Le partenaire expose {count} modèles.', en: 'The partner shows {count} models.' },
      values: { count: 5 },
      terms: [],
    },
    fits: ['reseller'],
  },
});

const requirement = z.object({
  required: z.enum(['nobody', 'programs', 'everybody']).meta({
    description: 'Of whom a charter in force is asked before anything is paid; what is earned is counted all the same',
  }),
  programIds: z.array(idText('prg')),
});
export type CharterRequirement = z.input<typeof requirement>;
const requirementBody = z
  .strictObject({ required: z.enum(['nobody', 'programs', 'everybody']), programIds: z.array(idOf('prg')).max(200).default([]) })
  .meta({ example: { required: 'everybody', programIds: [] } });
export type RequireCharter = z.output<typeof requirementBody>;

export const charterSettingRoutes = {
  keepCharterClause: route({
    id: 'keepCharterClause',
    method: 'PUT',
    path: '/api/v1/charter-clauses/:key',
    tag,
    summary: { en: 'Keep a clause of the company’s own', fr: 'Garder une clause propre à l’entreprise' },
    description: {
      en: 'As a new version of it. Charters that took a former one keep it.',
      fr: 'Comme nouvelle version. Les chartes qui en ont repris une ancienne la gardent.',
    },
    access: manage,
    params: z.strictObject({ key: charterKey }),
    body: keepBody,
    status: 200,
    answer: z.object({ key: charterKey, version: z.int() }),
    errors: ['conflict'],
    idempotency: 'none',
  }),
  getCharterRequirement: route({
    id: 'getCharterRequirement',
    method: 'GET',
    path: '/api/v1/charter-requirement',
    tag,
    summary: { en: 'Whether a charter is asked for before payment', fr: 'Si une charte est exigée avant paiement' },
    access: sharedRead,
    status: 200,
    answer: requirement,
    errors: [],
  }),
  requireCharter: route({
    id: 'requireCharter',
    method: 'PUT',
    path: '/api/v1/charter-requirement',
    tag,
    summary: { en: 'Ask for a charter before payment, or not', fr: 'Exiger ou non une charte avant paiement' },
    access: manage,
    body: requirementBody,
    status: 200,
    answer: requirement,
    errors: ['unknown_reference'],
    idempotency: 'none',
  }),
} as const;
