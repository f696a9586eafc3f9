import type { ErrorEntry } from './error-entry.ts';

/** What files that people hand in are refused for. */
export const fileErrors = {
  file_too_large: {
    status: 413,
    title: { en: 'This file is larger than 10 MB.', fr: 'Ce fichier dépasse 10 Mo.' },
    hint: {
      en: 'Send a smaller one: a scan at 150 dpi, or the pages that matter.',
      fr: 'Envoyez-en un plus léger : une numérisation à 150 ppp, ou les seules pages utiles.',
    },
  },
  file_refused: {
    status: 422,
    title: { en: 'This file cannot be taken.', fr: 'Ce fichier ne peut pas être accepté.' },
    hint: {
      en: 'See `fields` for the reason. PDF, PNG, JPEG, WebP, plain text and CSV are taken.',
      fr: 'Voyez la raison dans `fields`. Sont acceptés : PDF, PNG, JPEG, WebP, texte brut et CSV.',
    },
  },
  file_storage_full: {
    status: 409,
    title: { en: 'There is no room left for files.', fr: 'Il n’y a plus de place pour les fichiers.' },
    hint: {
      en: 'An owner of the workspace can allow more, in the settings.',
      fr: 'Un propriétaire de l’espace peut en accorder davantage, dans les réglages.',
    },
  },
  file_in_use: {
    status: 409,
    title: { en: 'Something refers to this file.', fr: 'Quelque chose se réfère à ce fichier.' },
    hint: {
      en: 'Only a file that was not handed in yet can be taken back.',
      fr: 'Seul un fichier qui n’a pas encore été remis peut être repris.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
