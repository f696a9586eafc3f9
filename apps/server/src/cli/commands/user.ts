import { email as emailField, personName } from '@cordee/contract/identity-fields';
import { roles } from '@cordee/contract/route';
import { decodeId } from '@cordee/core/ids';
import { addMember, listMembers, renewLink } from '../../modules/identity/index.ts';
import { findPartner } from '../../modules/partner/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const EMAIL = { name: 'email', help: { en: 'the person’s e-mail address', fr: 'l’adresse e-mail de la personne' } } as const;

export const listUsers = defineCommand({
  name: 'user list',
  summary: { en: 'The users of a workspace.', fr: 'Les utilisateurs d’un espace.' },
  options: { workspace: WORKSPACE },
  positionals: [],
  async run({ options, installation, say }) {
    const context = await (await installation()).context(options.workspace);
    const members = await everyPage((page) => listMembers(context, page));
    const headings = say({ en: 'e-mail|name|role|partner|two-factor', fr: 'e-mail|nom|rôle|partenaire|double authentification' });
    const yes = say({ en: 'yes', fr: 'oui' });
    const rows = members.map(({ email, name, role, partnerId, twoFactor }) => [
      email,
      name,
      role,
      partnerId ?? '—',
      twoFactor ? yes : '—',
    ]);
    return { json: members, text: table(headings.split('|'), rows) };
  },
});

export const createUser = defineCommand({
  name: 'user create',
  summary: {
    en: 'Add a user to a workspace, with a one-time link to choose a password.',
    fr: 'Ajouter un utilisateur à un espace, avec un lien à usage unique pour choisir un mot de passe.',
  },
  options: {
    workspace: WORKSPACE,
    name: { kind: 'text', value: 'name', required: true, help: { en: 'the person’s name', fr: 'le nom de la personne' } },
    role: {
      kind: 'text',
      value: 'role',
      required: true,
      choices: roles,
      help: { en: 'what they may do', fr: 'ce qu’elle peut faire' },
    },
    partner: {
      kind: 'text',
      value: 'prt_…',
      help: { en: 'the partner a user of role partner belongs to', fr: 'le partenaire d’un utilisateur de rôle partner' },
    },
  },
  positionals: [EMAIL],
  async run({ options, words, installation, say }) {
    const role = roles.find((known) => known === options.role);
    const email = emailField.safeParse(words.email);
    const name = personName.safeParse(options.name);
    if (role === undefined || !email.success || !name.success) throw wrongPerson();
    if ((role === 'partner') !== (options.partner !== undefined)) throw partnerForPartners();
    const partnerId = options.partner === undefined ? undefined : decodeId('prt', options.partner);
    if (partnerId === null) throw new Refusal('unknown_reference');
    const { context, baseUrl } = await installation();
    const member = await addMember(
      await context(options.workspace),
      { email: email.data, name: name.data, role, partnerId },
      { baseUrl, partnerExists: async (tx, workspaceId, id) => (await findPartner(tx, workspaceId, id)) !== null },
    );
    const { invitationLink: link } = member;
    const text =
      link === null
        ? say({
            en: `${member.email} is now ${role}; the password stays as it was.`,
            fr: `${member.email} a maintenant le rôle ${role} ; le mot de passe reste inchangé.`,
          })
        : say({
            en: `${member.email} is now ${role}. To choose a password, within seven days:\n${link}`,
            fr: `${member.email} a maintenant le rôle ${role}. Pour choisir un mot de passe, sous sept jours :\n${link}`,
          });
    return { json: member, text };
  },
});

export const resetLink = defineCommand({
  name: 'user reset-link',
  summary: {
    en: 'A new one-time link for a user to choose another password.',
    fr: 'Un nouveau lien à usage unique pour qu’un utilisateur choisisse un autre mot de passe.',
  },
  options: { workspace: WORKSPACE },
  positionals: [EMAIL],
  async run({ options, words, installation, say }) {
    const { context, baseUrl } = await installation();
    const renewed = await renewLink(await context(options.workspace), words.email.toLowerCase(), baseUrl);
    const text = say({
      en: `For ${renewed.email}, within a day; the former link is void:\n${renewed.link}`,
      fr: `Pour ${renewed.email}, sous un jour ; l’ancien lien ne vaut plus :\n${renewed.link}`,
    });
    return { json: renewed, text };
  },
});

function wrongPerson(): UsageError {
  return new UsageError({
    en: 'The e-mail address or the name cannot be used. Right: claire@example.com --name "Claire Martin".',
    fr: 'L’adresse e-mail ou le nom est inutilisable. Correct : claire@example.com --name "Claire Martin".',
  });
}

function partnerForPartners(): UsageError {
  return new UsageError({
    en: 'Give --partner for the role partner, and for no other.',
    fr: 'Donnez --partner pour le rôle partner, et pour aucun autre.',
  });
}
