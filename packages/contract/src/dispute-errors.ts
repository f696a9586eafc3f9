import type { ErrorEntry } from './error-entry.ts';

/** What disputes refuse, beside the codes of everything else. */
export const disputeErrors = {
  dispute_step_refused: {
    status: 409,
    title: {
      en: 'The dispute stands so that this cannot follow.',
      fr: 'Dans l’état où est ce différend, cela n’est pas possible.',
    },
    hint: {
      en: 'See `fields` for the reason; read the dispute again: the other side or the clock may have moved it.',
      fr: 'Voyez la raison dans `fields` ; relisez le différend : l’autre partie ou le délai a pu le faire avancer.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
