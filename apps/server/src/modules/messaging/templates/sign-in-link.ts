import { button, note, text, type Template } from '../message.ts';

export interface SignInLinkData {
  readonly person: string;
  readonly link: string;
  readonly minutes: number;
}

export const signInLink: Template<SignInLinkData> = {
  en: ({ person, link, minutes }) => ({
    subject: 'Your sign-in link',
    preview: `It works once, for ${minutes} minutes.`,
    blocks: [
      text(`Hello ${person},`),
      button('Sign in', link),
      note(
        `The link works once, for ${minutes} minutes. If you did not ask for it, ignore this mail: nobody gets in without it.`,
      ),
    ],
  }),
  fr: ({ person, link, minutes }) => ({
    subject: 'Votre lien de connexion',
    preview: `Il fonctionne une fois, pendant ${minutes} minutes.`,
    blocks: [
      text(`Bonjour ${person},`),
      button('Se connecter', link),
      note(
        `Le lien fonctionne une fois, pendant ${minutes} minutes. Si vous ne l'avez pas demandé, ignorez ce message : personne n'entre sans lui.`,
      ),
    ],
  }),
};
