import type { ErrorEntry } from './error-entry.ts';

/** What contributions refuse, beside the codes of everything else. */
export const contributionErrors = {
  contribution_conflict: {
    status: 409,
    title: {
      en: 'Something speaks against confirming this contribution.',
      fr: 'Quelque chose s’oppose à la confirmation de cette contribution.',
    },
    hint: {
      en: 'See `fields`; to confirm all the same, send `despiteConflicts: true`.',
      fr: 'Voyez `fields` ; pour confirmer malgré tout, envoyez `despiteConflicts: true`.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
