import type { ErrorEntry } from './error-entry.ts';

/** What moving a partnership refuses, beside the codes of everything else. */
export const partnershipErrors = {
  gates_shut: {
    status: 409,
    title: { en: 'Something is missing before this stage.', fr: 'Il manque quelque chose avant cette étape.' },
    hint: {
      en: 'See `fields`: meet each gate, or send a waiver of it with its reason.',
      fr: 'Voyez `fields` : franchissez chaque jalon, ou envoyez une dispense motivée.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
