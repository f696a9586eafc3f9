import { z } from 'zod';
import { email, oneTimeToken, password, personName } from './identity-fields.ts';
import { roles, route, type Access, type Role } from './route.ts';
import { idOf, instant, pageOf, pageQuery } from './values.ts';

const ownersOnly: Access = { roles: ['owner'], scope: 'admin' };

export const memberAnswer = z.object({
  userId: idOf('usr'),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  partnerId: idOf('prt').nullable(),
  twoFactor: z.boolean(),
  createdAt: instant,
});

const roleFields = {
  role: z.enum(roles),
  partnerId: idOf('prt').optional().meta({ description: 'The partner a user of role `partner` belongs to' }),
};
function givesPartnerToPartners(value: { role: Role; partnerId?: string | undefined }): boolean {
  return (value.role === 'partner') === (value.partnerId !== undefined);
}
const partnerRule = { message: 'a partner exactly for the role partner', path: ['partnerId'], params: { rule: 'partner_role' } };
const userParam = z.object({ userId: idOf('usr') });

export const listMembers = route({
  id: 'listMembers',
  method: 'GET',
  path: '/api/v1/members',
  tag: 'members',
  summary: { en: 'The users of the workspace.', fr: "Les utilisateurs de l'espace." },
  access: ownersOnly,
  query: z.object(pageQuery),
  status: 200,
  answer: pageOf(memberAnswer),
  errors: ['invalid_request'],
});

export const addMember = route({
  id: 'addMember',
  method: 'POST',
  path: '/api/v1/members',
  tag: 'members',
  summary: { en: 'Add a user to the workspace.', fr: "Ajouter un utilisateur à l'espace." },
  description: {
    en: 'Somebody unknown so far gets a one-time link, valid for seven days, to choose a password.',
    fr: 'Une personne encore inconnue reçoit un lien à usage unique, valable sept jours, pour choisir son mot de passe.',
  },
  access: ownersOnly,
  body: z.object({ email, name: personName, ...roleFields }).refine(givesPartnerToPartners, partnerRule),
  status: 201,
  answer: memberAnswer.extend({
    invitationLink: z.string().nullable().meta({ description: 'To hand over; null for a known user or a repeated request' }),
  }),
  errors: ['invalid_request', 'already_exists', 'unknown_reference'],
  idempotency: 'key',
});

export const changeMember = route({
  id: 'changeMember',
  method: 'PATCH',
  path: '/api/v1/members/:userId',
  tag: 'members',
  summary: { en: 'Give a user another role.', fr: 'Donner un autre rôle à un utilisateur.' },
  access: ownersOnly,
  params: userParam,
  body: z.object(roleFields).refine(givesPartnerToPartners, partnerRule),
  status: 200,
  answer: memberAnswer,
  errors: ['invalid_request', 'not_found', 'last_owner', 'sign_on_needs_owner', 'unknown_reference'],
  idempotency: 'none',
});

export const removeMember = route({
  id: 'removeMember',
  method: 'DELETE',
  path: '/api/v1/members/:userId',
  tag: 'members',
  summary: { en: 'Remove a user from the workspace.', fr: "Retirer un utilisateur de l'espace." },
  access: ownersOnly,
  params: userParam,
  status: 204,
  errors: ['not_found', 'last_owner', 'sign_on_needs_owner'],
  idempotency: 'none',
});

export const acceptInvitation = route({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/api/v1/invitation',
  tag: 'members',
  summary: { en: 'Choose a password with an invitation link.', fr: "Choisir un mot de passe grâce à un lien d'invitation." },
  access: { public: true },
  body: z.object({ token: oneTimeToken, password }),
  status: 200,
  answer: z.object({ email: z.string() }),
  errors: ['invalid_request', 'link_expired'],
  idempotency: 'none',
  limitPerMinute: 10,
});

export const memberRoutes = { listMembers, addMember, changeMember, removeMember, acceptInvitation };
