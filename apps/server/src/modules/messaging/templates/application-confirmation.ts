import { button, note, text, type Template } from '../message.ts';

/** To somebody who applied: the proof of the address. */
export interface ApplicationConfirmationData {
  readonly workspace: string;
  readonly person: string;
  readonly program: string;
  readonly link: string;
}

export const applicationConfirmation: Template<ApplicationConfirmationData> = {
  en: ({ workspace, person, program, link }) => ({
    subject: `Confirm your application to ${program}`,
    preview: `${workspace} reads it once you have confirmed your address.`,
    blocks: [
      text(`Hello ${person},`),
      text(`You applied to the program ${program} of ${workspace}. Confirm that this address is yours, and it will be read.`),
      button('Confirm my address', link),
      note(
        'The link works for seven days. If you did not apply, leave this mail alone: nothing happens, and what was sent is erased.',
      ),
    ],
  }),
  fr: ({ workspace, person, program, link }) => ({
    subject: `Confirmez votre candidature à ${program}`,
    preview: `${workspace} la lira une fois votre adresse confirmée.`,
    blocks: [
      text(`Bonjour ${person},`),
      text(
        `Vous avez candidaté au programme ${program} de ${workspace}. Confirmez que cette adresse est la vôtre, et elle sera lue.`,
      ),
      button('Confirmer mon adresse', link),
      note(
        'Le lien fonctionne sept jours. Si vous n’avez pas candidaté, ne faites rien\u00a0: il ne se passera rien, et l’envoi sera effacé.',
      ),
    ],
  }),
};
