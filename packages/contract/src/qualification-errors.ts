import type { ErrorEntry } from './error-entry.ts';

/** What qualification and applications refuse, beside the codes of everything else. */
export const qualificationErrors = {
  questionnaire_incomplete: {
    status: 409,
    title: { en: 'This questionnaire cannot be published yet.', fr: 'Ce questionnaire ne peut pas encore être publié.' },
    hint: { en: 'Correct the items listed in `fields`.', fr: 'Corrigez les questions listées dans `fields`.' },
  },
  application_too_fast: {
    status: 409,
    title: { en: 'That was very fast.', fr: 'C’était très rapide.' },
    hint: { en: 'Wait some seconds, then send the form again.', fr: 'Attendez quelques secondes, puis renvoyez le formulaire.' },
  },
  application_link_over: {
    status: 410,
    title: { en: 'This link is over, or not one of ours.', fr: 'Ce lien n’est plus valable, ou n’est pas de nous.' },
    hint: {
      en: 'Open the form again, and copy links whole from the mail.',
      fr: 'Ouvrez de nouveau le formulaire, et copiez les liens en entier depuis le courriel.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
