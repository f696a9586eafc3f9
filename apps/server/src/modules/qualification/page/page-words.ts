import type { Language } from '@cordee/contract/language';

export interface PageWords {
  readonly by: (workspace: string, program: string) => string;
  readonly starred: string;
  readonly name: string;
  readonly contact: string;
  readonly email: string;
  readonly country: string;
  readonly website: string;
  readonly address: string;
  readonly registrationNumber: string;
  readonly vatNumber: string;
  readonly ties: string;
  readonly tiesHelp: string;
  readonly privacy: string;
  readonly privacyLink: string;
  readonly choose: string;
  readonly yes: string;
  readonly no: string;
  readonly send: string;
  readonly sent: string;
  readonly wrong: string;
  readonly offline: string;
  readonly noScript: string;
  readonly confirmTitle: string;
  readonly confirmText: string;
  readonly confirm: string;
  readonly confirmed: string;
  readonly closedTitle: string;
  readonly closed: string;
}

export const pageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    by: (workspace, program) => `${workspace} · program “${program}”`,
    starred: 'Fields marked * are required.',
    name: 'Company, or your name',
    contact: 'Who writes',
    email: 'E-mail',
    country: 'Country, in two letters (FR)',
    website: 'Website (https://…)',
    address: 'Address',
    registrationNumber: 'Registration number (SIREN, SIRET…)',
    vatNumber: 'VAT number',
    ties: 'Do you have a tie with this company or somebody of it?',
    tiesHelp: 'Family, shares, a former job. Leave it empty if there is none.',
    privacy: 'What you write is read by this company, to answer your application.',
    privacyLink: 'How it treats personal data',
    choose: 'Choose…',
    yes: 'Yes',
    no: 'No',
    send: 'Send the application',
    sent: 'Almost there: open the mail we just sent you and confirm your address. The company reads your application after that.',
    wrong: 'Something is still to be corrected: it is said beside each field. Nothing has been sent.',
    offline: 'The server did not answer. What you wrote is still here: try again in a moment.',
    noScript: 'This page needs JavaScript to send what you write. Allow it for this site, then load the page again.',
    confirmTitle: 'Confirm your application',
    confirmText: 'One more step: confirm that this address is yours. Your application is read after that.',
    confirm: 'Confirm my address',
    confirmed: 'Thank you: your application is with the company. You will be written to, whatever the answer is.',
    closedTitle: 'This form is closed',
    closed: 'Nobody can apply here at the moment. Ask the company for another address.',
  },
  fr: {
    by: (workspace, program) => `${workspace} · programme «\u00a0${program}\u00a0»`,
    starred: 'Les champs marqués d’un * sont obligatoires.',
    name: 'Société, ou votre nom',
    contact: 'Qui écrit',
    email: 'Adresse e-mail',
    country: 'Pays, en deux lettres (FR)',
    website: 'Site (https://…)',
    address: 'Adresse',
    registrationNumber: 'Numéro d’immatriculation (SIREN, SIRET…)',
    vatNumber: 'Numéro de TVA',
    ties: 'Avez-vous un lien avec cette entreprise ou l’un de ses membres\u00a0?',
    tiesHelp: 'Famille, parts sociales, ancien emploi. Laissez vide s’il n’y en a pas.',
    privacy: 'Ce que vous écrivez est lu par cette entreprise, pour répondre à votre candidature.',
    privacyLink: 'Comment elle traite les données personnelles',
    choose: 'Choisir…',
    yes: 'Oui',
    no: 'Non',
    send: 'Envoyer la candidature',
    sent: 'Presque fini\u00a0: ouvrez le message que nous venons de vous envoyer et confirmez votre adresse. L’entreprise lira ensuite votre candidature.',
    wrong: 'Il reste à corriger ce qui est indiqué à côté des champs. Rien n’a été envoyé.',
    offline: 'Le serveur n’a pas répondu. Ce que vous avez écrit est toujours là\u00a0: réessayez dans un instant.',
    noScript:
      'Cette page a besoin de JavaScript pour envoyer ce que vous écrivez. Autorisez-le pour ce site, puis rechargez la page.',
    confirmTitle: 'Confirmez votre candidature',
    confirmText: 'Encore une étape\u00a0: confirmez que cette adresse est la vôtre. Votre candidature sera lue ensuite.',
    confirm: 'Confirmer mon adresse',
    confirmed: 'Merci\u00a0: votre candidature est chez l’entreprise. Elle vous répondra dans tous les cas.',
    closedTitle: 'Ce formulaire est fermé',
    closed: 'Personne ne peut candidater ici pour le moment. Demandez une autre adresse à l’entreprise.',
  },
};
