import type { OutcomeCode } from '@cordee/contract/claim-body';
import type { Bilingual } from '@cordee/contract/language';

/** What each code of an answer means, for both sides. */
export const outcomeTexts: Readonly<Record<OutcomeCode, Bilingual>> = {
  tracking_lost: { en: 'The tracking missed it.', fr: 'Le suivi ne l’a pas enregistré.' },
  wrong_figures: { en: 'The figures were wrong.', fr: 'Les chiffres étaient erronés.' },
  wrongly_rejected: { en: 'It should not have been rejected.', fr: 'Le rejet n’était pas fondé.' },
  split_agreed: { en: 'Another split is agreed.', fr: 'Un autre partage est convenu.' },
  goodwill: { en: 'As a gesture of goodwill.', fr: 'À titre de geste commercial.' },
  not_found: { en: 'Nothing of the kind was found.', fr: 'Rien de tel n’a été trouvé.' },
  no_proof: { en: 'The evidence is not enough.', fr: 'Les preuves ne suffisent pas.' },
  outside_terms: { en: 'It is outside the terms of the program.', fr: 'C’est hors des conditions du programme.' },
  other_partner: { en: 'Another partner brought it.', fr: 'Un autre partenaire l’a apporté.' },
  already_counted: { en: 'It was already counted.', fr: 'C’est déjà compté.' },
  refunded: { en: 'It was cancelled or refunded.', fr: 'Cela a été annulé ou remboursé.' },
  rule_broken: { en: 'A rule of the program was broken.', fr: 'Une règle du programme n’a pas été respectée.' },
  other: { en: 'For another reason.', fr: 'Pour un autre motif.' },
  deadline_passed: {
    en: 'The days to answer passed: silence accepts.',
    fr: 'Le délai de réponse est écoulé : le silence vaut acceptation.',
  },
};
