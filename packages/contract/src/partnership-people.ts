import { personRoles, sides } from '@cordee/core/partnership';
import { z } from 'zod';
import { manageOrOwn, sharedRead } from './access.ts';
import { displayName } from './partner.ts';
import { roles, route, type Access } from './route.ts';
import { idOf, idText, instant, instantText, pageOf, pageQuery } from './values.ts';

/** People of both companies, and the notes a partner keeps for itself. */

/** Who signs in for a partner. */
export const person = z.object({
  userId: idText('usr'),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  createdAt: instantText,
});

const side = z.enum(sides).meta({ example: 'partner' });
const role = z.enum(personRoles).meta({ example: 'operations' });
const email = z.email().max(254);

export const partnershipPerson = z.object({
  id: idText('psn'),
  partnerId: idText('prt'),
  side,
  userId: idText('usr').nullable().meta({ description: 'Who signs in; null for a name and address alone' }),
  name: z.string(),
  email: z.string().nullable(),
  role,
  isMain: z.boolean().meta({ description: 'The main contact of its side: exactly one while anybody is there' }),
  maySign: z.boolean().meta({ description: 'Signs for its side: proposed when a charter is sent to be signed' }),
  from: instantText,
  until: instantText.nullable(),
});
export type PartnershipPerson = z.input<typeof partnershipPerson>;

const addBody = z
  .strictObject({
    side,
    userId: idOf('usr').optional().meta({ description: 'A member of the company, or somebody who signs in for the partner' }),
    name: displayName.optional(),
    email: email.optional(),
    role,
    isMain: z.boolean().optional(),
    maySign: z.boolean().default(false),
    from: instant.optional().meta({ description: 'Now unless said otherwise' }),
  })
  .refine((body) => (body.userId === undefined) !== (body.name === undefined), {
    message: 'either `userId` or `name`',
    path: ['name'],
  })
  .meta({ example: { side: 'partner', name: 'Léa Bonnet', email: 'lea@atelier.example', role: 'operations' } });
export type AddPartnershipPerson = z.output<typeof addBody>;

const changeBody = z
  .strictObject({ role: role.optional(), isMain: z.literal(true).optional(), maySign: z.boolean().optional() })
  .refine((changes) => Object.keys(changes).length > 0, 'at least one field');
export type ChangePartnershipPerson = z.output<typeof changeBody>;

const prose = z
  .string()
  .trim()
  .min(1)
  .max(10_000)
  .regex(/^[^\0\p{Cs}]+$/u, 'no NUL, no half characters');

export const ownNote = z.object({
  id: idText('own'),
  partnerId: idText('prt'),
  text: z.string(),
  author: z.string().nullable(),
  createdAt: instantText,
  changedAt: instantText.nullable(),
  removedAt: instantText.nullable(),
});
export type OwnNote = z.input<typeof ownNote>;
const noteBody = z.strictObject({ text: prose.meta({ example: 'Ask for a later payment day next time.' }) });

const byPartner = z.strictObject({ id: idOf('prt') });
const byPerson = z.strictObject({ id: idOf('psn') });
const byNote = z.strictObject({ id: idOf('own') });
/** People who sign in for a partner, and nobody of the company, whatever its role or key. */
const partnersOnly: Access = { roles: ['partner'], scope: null };
const tag = 'partnerships';

export const partnershipPeopleRoutes = {
  listPartnershipPeople: route({
    id: 'listPartnershipPeople',
    method: 'GET',
    path: '/api/v1/partners/:id/partnership/people',
    tag,
    summary: { en: 'The people of both sides', fr: 'Les personnes des deux côtés' },
    description: {
      en: 'Of the other side a reader sees the main contact and those who may sign, and everybody else only where that side shows its people.',
      fr: 'L’autre partie voit le contact principal et ceux qui peuvent signer, et les autres seulement si ce côté montre ses personnes.',
    },
    access: sharedRead,
    params: byPartner,
    status: 200,
    answer: z.array(partnershipPerson),
    errors: ['not_found'],
  }),
  addPartnershipPerson: route({
    id: 'addPartnershipPerson',
    method: 'POST',
    path: '/api/v1/partners/:id/partnership/people',
    tag,
    summary: { en: 'Name somebody in a partnership', fr: 'Désigner une personne dans un partenariat' },
    description: {
      en: 'The first of a side is its main contact. The company names people of both sides, a partner its own.',
      fr: 'La première personne d’un côté en est le contact principal. L’entreprise désigne des personnes des deux côtés, un partenaire les siennes.',
    },
    access: manageOrOwn,
    params: byPartner,
    body: addBody,
    status: 201,
    answer: partnershipPerson,
    errors: ['not_found', 'unknown_reference', 'clock_in_future', 'conflict'],
    idempotency: 'key',
  }),
  changePartnershipPerson: route({
    id: 'changePartnershipPerson',
    method: 'PATCH',
    path: '/api/v1/partnership-people/:id',
    tag,
    summary: { en: 'Change a role, or who is the main contact', fr: 'Modifier un rôle ou le contact principal' },
    access: manageOrOwn,
    params: byPerson,
    body: changeBody,
    status: 200,
    answer: partnershipPerson,
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
  endPartnershipPerson: route({
    id: 'endPartnershipPerson',
    method: 'POST',
    path: '/api/v1/partnership-people/:id/end',
    tag,
    summary: { en: 'Somebody is no longer in a partnership', fr: 'Une personne n’est plus dans un partenariat' },
    description: {
      en: 'The main contact goes last, or after another one is named.',
      fr: 'Le contact principal part en dernier, ou après la désignation d’un autre.',
    },
    access: manageOrOwn,
    params: byPerson,
    status: 200,
    answer: partnershipPerson,
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
  listOwnNotes: route({
    id: 'listOwnNotes',
    method: 'GET',
    path: '/api/v1/partners/:id/own-notes',
    tag,
    summary: {
      en: 'Notes of a partner for itself, newest first',
      fr: 'Notes d’un partenaire pour lui-même, de la plus récente à la plus ancienne',
    },
    description: {
      en: 'For people who sign in for the partner. Nobody of the company reads them, nor whoever looks with its eyes.',
      fr: 'Pour qui se connecte pour le partenaire. Personne de l’entreprise ne les lit, même en voyant avec ses yeux.',
    },
    access: partnersOnly,
    params: byPartner,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: pageOf(ownNote),
    errors: ['not_found'],
  }),
  writeOwnNote: route({
    id: 'writeOwnNote',
    method: 'POST',
    path: '/api/v1/partners/:id/own-notes',
    tag,
    summary: { en: 'Write a note for one’s own side', fr: 'Écrire une note pour son propre côté' },
    access: partnersOnly,
    params: byPartner,
    body: noteBody,
    status: 201,
    answer: ownNote,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  changeOwnNote: route({
    id: 'changeOwnNote',
    method: 'PATCH',
    path: '/api/v1/own-notes/:id',
    tag,
    summary: { en: 'Correct a note of one’s own side', fr: 'Corriger une note de son propre côté' },
    access: partnersOnly,
    params: byNote,
    body: noteBody,
    status: 200,
    answer: ownNote,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  removeOwnNote: route({
    id: 'removeOwnNote',
    method: 'DELETE',
    path: '/api/v1/own-notes/:id',
    tag,
    summary: {
      en: 'Remove a note of one’s own side; it can be restored',
      fr: 'Retirer une note de son propre côté ; elle peut être rétablie',
    },
    access: partnersOnly,
    params: byNote,
    status: 200,
    answer: ownNote,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  restoreOwnNote: route({
    id: 'restoreOwnNote',
    method: 'POST',
    path: '/api/v1/own-notes/:id/restoration',
    tag,
    summary: { en: 'Restore a removed note of one’s own side', fr: 'Rétablir une note retirée de son propre côté' },
    access: partnersOnly,
    params: byNote,
    status: 200,
    answer: ownNote,
    errors: ['not_found'],
    idempotency: 'none',
  }),
} as const;
