import type { InBoth } from './charter.ts';

/** What can be wrong with a charter, in words. `warning`: it may be approved all the same. */
export const charterFaults = {
  party_name: { grade: 'error', en: 'Both parties need a name.', fr: 'Les deux parties doivent être nommées.' },
  no_clauses: { grade: 'error', en: 'A charter needs at least one clause.', fr: 'Une charte comporte au moins une clause.' },
  key_twice: {
    grade: 'error',
    en: 'Two entries have the same key: give each its own.',
    fr: 'Deux entrées ont la même clé : donnez-en une à chacune.',
  },
  clause_missing: {
    grade: 'warning',
    en: 'Charters of this kind usually have a clause on this subject.',
    fr: 'Les chartes de ce genre ont d’ordinaire une clause à ce sujet.',
  },
  text_missing: {
    grade: 'error',
    en: 'This text is missing in one of the languages: write it in both.',
    fr: 'Ce texte manque dans l’une des langues : rédigez-le dans les deux.',
  },
  value_missing: {
    grade: 'error',
    en: 'A word in braces has no value: give it one, or write it out.',
    fr: 'Un mot entre accolades n’a pas de valeur : donnez-en une, ou écrivez-la.',
  },
  value_in_one: {
    grade: 'error',
    en: 'A value stands in one language only: both must promise the same.',
    fr: 'Une valeur figure dans une seule langue : les deux doivent promettre la même chose.',
  },
  value_unused: {
    grade: 'warning',
    en: 'A value is used in neither language.',
    fr: 'Une valeur n’est utilisée dans aucune langue.',
  },
  terms_differ: {
    grade: 'error',
    en: 'What falls due by this clause is not what its values say.',
    fr: 'Les échéances de cette clause ne correspondent pas à ses valeurs.',
  },
  people_missing: {
    grade: 'error',
    en: 'Each party needs at least one person.',
    fr: 'Chaque partie doit compter au moins une personne.',
  },
  person_unknown: {
    grade: 'error',
    en: 'This person is not among the people of the charter.',
    fr: 'Cette personne ne figure pas parmi les personnes de la charte.',
  },
  accountable_none: {
    grade: 'error',
    en: 'Nobody is accountable: name exactly one person over both parties.',
    fr: 'Personne n’en répond : nommez exactement une personne pour les deux parties.',
  },
  accountable_many: {
    grade: 'error',
    en: 'Exactly one person is accountable, unless two decide together: then say who decides in a tie.',
    fr: 'Une seule personne en répond, sauf codécision à deux : dites alors qui tranche.',
  },
  co_decision: {
    grade: 'error',
    en: 'Who decides in a tie is said for two who decide together, one of each party.',
    fr: 'La règle de départage vaut pour deux personnes qui codécident, une de chaque partie.',
  },
  responsible_none: {
    grade: 'error',
    en: 'Nobody does it: name at least one responsible person.',
    fr: 'Personne ne le réalise : nommez au moins une personne.',
  },
  absence_order: {
    grade: 'error',
    en: 'An absence ends after it begins.',
    fr: 'Une absence se termine après son début.',
  },
  absence_self: {
    grade: 'error',
    en: 'Somebody else of the same party stands in.',
    fr: 'Le remplaçant est une autre personne de la même partie.',
  },
  absence_chain: {
    grade: 'error',
    en: 'The one who stands in is away at the same time.',
    fr: 'Le remplaçant est absent en même temps.',
  },
  meeting_one_sided: {
    grade: 'warning',
    en: 'Nobody of one party takes part in this meeting.',
    fr: 'Personne de l’une des parties ne participe à cette réunion.',
  },
  figure: {
    grade: 'error',
    en: 'Write the figure with digits and a point, as 12.5.',
    fr: 'Écrivez le chiffre avec un point, comme 12.5.',
  },
  owner_side: {
    grade: 'error',
    en: 'One person of each party answers for an objective.',
    fr: 'Une personne de chaque partie répond d’un objectif.',
  },
  annex_missing: {
    grade: 'warning',
    en: 'No remuneration is annexed: take in the version of the plan.',
    fr: 'Aucune rémunération n’est annexée : intégrez la version du barème.',
  },
  escalation_none: {
    grade: 'warning',
    en: 'Without escalation steps a disagreement has nowhere to go.',
    fr: 'Sans échelons, un désaccord ne peut pas remonter.',
  },
  mediation_incomplete: {
    grade: 'error',
    en: 'A mediation clause says who appoints, within how long, at whose cost and when it is over.',
    fr: 'Une clause de médiation dit qui désigne, sous quel délai, à quels frais et quand elle prend fin.',
  },
  mediation_clause: {
    grade: 'warning',
    en: 'A clause speaks of mediation, and its procedure is not laid down.',
    fr: 'Une clause parle de médiation et sa procédure n’est pas fixée.',
  },
} as const satisfies Record<string, InBoth & { readonly grade: 'error' | 'warning' }>;

export type CharterFaultCode = keyof typeof charterFaults;
