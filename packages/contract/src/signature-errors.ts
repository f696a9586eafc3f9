import type { ErrorEntry } from './error-entry.ts';

/** What signatures refuse, beside the codes of everything else. */
export const signatureErrors = {
  envelope_step_refused: {
    status: 409,
    title: { en: 'This cannot be done with the envelope as it stands.', fr: 'Impossible dans l’état actuel de l’enveloppe.' },
    hint: {
      en: 'See `fields` for the reason; read the envelope again, then decide.',
      fr: 'Voyez la raison dans `fields` ; relisez l’enveloppe, puis décidez.',
    },
  },
  document_refused: {
    status: 422,
    title: { en: 'This document cannot be put before signers.', fr: 'Ce document ne peut pas être soumis à signature.' },
    hint: {
      en: 'See `fields` for the reason. A PDF printed again to a plain file is usually accepted.',
      fr: 'Voyez la raison dans `fields`. Un PDF réimprimé en simple fichier convient en général.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
