import { z } from 'zod';
import { manageOrOwn } from './access.ts';
import { email, personName } from './identity-fields.ts';
import { person } from './partnership-people.ts';
import { roles, route, type Access } from './route.ts';
import { idOf, instantText } from './values.ts';

/** The people of a partner, and its portal seen by the company. */

const byPartner = z.strictObject({ id: idOf('prt') });

/** Somebody who signs in for the company; a key sees no portal. */
const staffSessions: Access = { roles: roles.filter((role) => role !== 'partner'), scope: null };

export const peopleRoutes = {
  invitePerson: route({
    id: 'invitePerson',
    method: 'POST',
    path: '/api/v1/partners/:id/people',
    tag: 'partners',
    summary: { en: 'Let somebody sign in for a partner', fr: 'Permettre à quelqu’un de se connecter pour un partenaire' },
    description: {
      en: 'By the company, or by somebody of the partner for its own. Somebody unknown so far gets a one-time link, valid for seven days, to choose a password. Somebody whom only another partner has brought in is added by the company alone.',
      fr: 'Par l’entreprise, ou par une personne du partenaire pour le sien. Une personne encore inconnue reçoit un lien à usage unique, valable sept jours, pour choisir son mot de passe. Une personne que seul un autre partenaire a fait venir ne peut être ajoutée que par l’entreprise.',
    },
    access: manageOrOwn,
    params: byPartner,
    body: z.strictObject({ email, name: personName }),
    status: 201,
    answer: person.extend({
      invitationLink: z.string().nullable().meta({
        description: 'To hand over; null for a known user, for a repeated request, and for a partner once it was mailed',
      }),
      mailed: z.boolean().meta({ description: 'The link was sent to the address' }),
    }),
    errors: ['not_found', 'already_exists'],
    idempotency: 'key',
  }),
  removePerson: route({
    id: 'removePerson',
    method: 'DELETE',
    path: '/api/v1/partners/:id/people/:userId',
    tag: 'partners',
    summary: {
      en: 'Let somebody no longer sign in for a partner',
      fr: 'Ne plus permettre à quelqu’un de se connecter pour un partenaire',
    },
    description: {
      en: 'By the company, or by another person of the partner: nobody removes themselves.',
      fr: 'Par l’entreprise, ou par une autre personne du partenaire : nul ne se retire soi-même.',
    },
    access: manageOrOwn,
    params: z.strictObject({ id: idOf('prt'), userId: idOf('usr') }),
    status: 204,
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
  viewPortal: route({
    id: 'viewPortal',
    method: 'POST',
    path: '/api/v1/partners/:id/portal-views',
    tag: 'partners',
    summary: { en: 'See the portal as a partner does', fr: 'Voir le portail comme le voit un partenaire' },
    description: {
      en: 'The answer’s `view`, sent as `Cordee-Portal-View` with the session that asked for it, reads as that partner and writes nothing, for an hour. Who looked at what and when is in the audit trail.',
      fr: 'Le `view` de la réponse, envoyé dans `Cordee-Portal-View` avec la session qui l’a demandé, lit comme ce partenaire et n’écrit rien, pendant une heure. Qui a regardé quoi et quand figure dans le journal d’audit.',
    },
    access: staffSessions,
    params: byPartner,
    status: 201,
    answer: z.object({ view: z.string(), expiresAt: instantText }),
    errors: ['not_found'],
    idempotency: 'none',
  }),
} as const;
