import type { ErrorEntry } from './error-entry.ts';

/** What loading rates and exchanging balances refuses. */
export const exchangeErrors = {
  exchange_rates_unreadable: {
    status: 422,
    title: {
      en: 'This is no file of reference rates of the European Central Bank that can be read.',
      fr: 'Ce n’est pas un fichier lisible des taux de référence de la Banque centrale européenne.',
    },
    hint: {
      en: 'Nothing was changed. Take eurofxref-daily.xml, eurofxref-hist.xml or the unpacked CSV from the bank’s page, whole.',
      fr: 'Rien n’a été changé. Prenez eurofxref-daily.xml, eurofxref-hist.xml ou le CSV décompressé sur la page de la banque, entier.',
    },
  },
  exchange_rate_differs: {
    status: 409,
    title: {
      en: 'The file gives another rate than the one that is known for the same day.',
      fr: 'Le fichier donne un autre taux que celui connu pour le même jour.',
    },
    hint: {
      en: 'Nothing was changed: a published rate never changes. Compare both files; the fields say which day and currency.',
      fr: 'Rien n’a été changé : un taux publié ne change jamais. Comparez les deux fichiers ; les champs disent quel jour et quelle devise.',
    },
  },
  exchange_rate_missing: {
    status: 409,
    title: {
      en: 'There is no recent reference rate of one of the two currencies.',
      fr: 'Il n’y a pas de taux de référence récent pour l’une des deux devises.',
    },
    hint: {
      en: 'Load the rates of the European Central Bank first. Currencies it does not quote cannot be exchanged here.',
      fr: 'Chargez d’abord les taux de la Banque centrale européenne. Les devises qu’elle ne cote pas ne peuvent pas être changées ici.',
    },
  },
  exchange_rates_away: {
    status: 422,
    title: {
      en: 'The rates could not be fetched from the European Central Bank.',
      fr: 'Les taux n’ont pas pu être récupérés auprès de la Banque centrale européenne.',
    },
    hint: {
      en: 'Nothing was changed. Try again later, or load a file of the bank by hand.',
      fr: 'Rien n’a été changé. Réessayez plus tard, ou chargez un fichier de la banque à la main.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
