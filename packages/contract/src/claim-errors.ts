import type { ErrorEntry } from './error-entry.ts';

/** What claims refuse, beside the codes of everything else. */
export const claimErrors = {
  claim_unsettled: {
    status: 409,
    title: {
      en: 'This claim cannot be put right in this way.',
      fr: 'Cette réclamation ne peut pas être réglée ainsi.',
    },
    hint: {
      en: 'See `fields` for the reason; put it right in another way, or answer otherwise.',
      fr: 'Voyez la raison dans `fields` ; réglez-la d’une autre manière, ou répondez autrement.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
