import type { ErrorEntry } from './error-entry.ts';

/** What leaving a partnership refuses, beside the codes of everything else. */
export const leavingErrors = {
  access_ended: {
    status: 403,
    title: { en: 'Your partnership has ended.', fr: 'Votre partenariat a pris fin.' },
    hint: {
      en: 'For some days you still read your statements, the final account and your archive, at /portal/leaving.',
      fr: 'Pendant quelques jours, vous consultez encore vos relevés, l’arrêté de compte et votre archive, à l’adresse /portal/leaving.',
    },
  },
  not_settled: {
    status: 409,
    title: { en: 'The final account cannot be made yet.', fr: 'L’arrêté de compte ne peut pas encore être établi.' },
    hint: {
      en: 'See `fields` for what is missing; send `despite` with your reason to make it all the same.',
      fr: 'Voyez dans `fields` ce qui manque ; envoyez `despite` avec votre motif pour l’établir malgré tout.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
