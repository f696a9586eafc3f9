import { button, note, text, type Template } from '../message.ts';

export interface InvitationData {
  readonly workspace: string;
  readonly person: string;
  readonly link: string;
}

export const invitation: Template<InvitationData> = {
  en: ({ workspace, person, link }) => ({
    subject: `You are invited to ${workspace}`,
    preview: `Choose your password to join ${workspace}.`,
    blocks: [
      text(`Hello ${person},`),
      text(`${workspace} invites you to follow your partnership in one place: what was counted, why, and what is paid when.`),
      button('Choose my password', link),
      note('The link works once, for seven days. If you did not expect this invitation, ignore this mail.'),
    ],
  }),
  fr: ({ workspace, person, link }) => ({
    subject: `Vous êtes invité chez ${workspace}`,
    preview: `Choisissez votre mot de passe pour rejoindre ${workspace}.`,
    blocks: [
      text(`Bonjour ${person},`),
      text(
        `${workspace} vous invite à suivre votre partenariat en un seul endroit : ce qui a été compté, pourquoi, et ce qui est versé quand.`,
      ),
      button('Choisir mon mot de passe', link),
      note("Le lien fonctionne une fois, pendant sept jours. Si vous n'attendiez pas cette invitation, ignorez ce message."),
    ],
  }),
};
