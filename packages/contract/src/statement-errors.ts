import type { ErrorEntry } from './error-entry.ts';

/** Refusals of closing months. */
export const statementErrors = {
  seal_away: {
    status: 503,
    title: {
      en: 'The document could not be sealed: whoever seals it elsewhere did not answer rightly.',
      fr: 'Le document n’a pas pu être scellé : le service de scellement n’a pas répondu correctement.',
    },
    hint: {
      en: 'Nothing was made, and no other key was used. Try again later; the operator finds what was wrong in the field.',
      fr: 'Rien n’a été établi, et aucune autre clé n’a servi. Réessayez plus tard ; le champ dit à l’exploitant ce qui n’allait pas.',
    },
  },
  period_not_over: {
    status: 409,
    title: { en: 'This month is not over yet.', fr: "Ce mois n'est pas encore terminé." },
    hint: {
      en: 'Close it once its last day has ended in the zone of the workspace.',
      fr: 'Clôturez-le une fois son dernier jour passé, dans le fuseau horaire de l’espace.',
    },
  },
  period_out_of_order: {
    status: 409,
    title: { en: 'Months are closed one after the other.', fr: "Les mois se clôturent l'un après l'autre." },
    hint: {
      en: 'Close the month that follows the last closed one, once that is closed for good.',
      fr: 'Clôturez le mois qui suit le dernier mois clos, une fois celui-ci entièrement clos.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
