interface Sentence {
  readonly fr: string;
  readonly en: string;
}

/** Every fault a plan can have, with what to do about it. `{}` is replaced by the detail of the case. */
export const sentences = {
  cyclic_document: {
    fr: 'Le barème contient une partie qui se contient elle-même : écrivez-le sans boucle.',
    en: 'The plan holds a part that contains itself: write it without a loop.',
  },
  document_too_deep: {
    fr: 'Le barème est imbriqué sur trop de niveaux : {} au plus.',
    en: 'The plan is nested too deeply: at most {} levels.',
  },
  unknown_currency: {
    fr: 'La devise « {} » est inconnue : écrivez un code ISO 4217 en majuscules.',
    en: 'The currency “{}” is unknown: write an ISO 4217 code in capitals.',
  },
  unknown_unit: {
    fr: 'L’unité « {} » n’est pas valable : écrivez un mot en minuscules qui ne soit pas une devise.',
    en: 'The unit “{}” is not valid: write a lower-case word that is not a currency.',
  },
  unreadable_rate: {
    fr: 'Le taux « {} » est illisible : écrivez un pourcentage ou une fraction.',
    en: 'The rate “{}” cannot be read: write a percentage or a fraction.',
  },
  rate_out_of_range: {
    fr: 'Le taux « {} » est hors limites : il va de 0 à 1000 %.',
    en: 'The rate “{}” is out of range: it goes from 0 to 1000%.',
  },
  bad_amount: {
    fr: 'Le montant {} n’est pas valable : écrivez un nombre entier, positif ou nul, d’unités mineures (des centimes pour l’euro).',
    en: 'The amount {} is not valid: write a whole number of minor units (cents for the euro), zero or more.',
  },
  bad_number: {
    fr: 'La valeur {} n’est pas valable : écrivez un nombre entier, au moins 1.',
    en: 'The value {} is not valid: write a whole number, at least 1.',
  },
  days_out_of_range: {
    fr: 'Ce nombre de jours n’est pas valable : écrivez un nombre entier de {}.',
    en: 'This number of days is not valid: write a whole number within {}.',
  },
  unknown_choice: {
    fr: 'La valeur « {} » n’existe pas ici.',
    en: 'The value “{}” does not exist here.',
  },
  too_many_rules: {
    fr: 'Le barème a plus de {} clauses : réunissez celles qui se ressemblent.',
    en: 'The plan has more than {} rules: merge those that resemble each other.',
  },
  bad_rule_id: {
    fr: 'L’identifiant « {} » n’est pas valable : écrivez des minuscules sans accent, des chiffres et des tirets, 63 caractères au plus.',
    en: 'The id “{}” is not valid: write lower-case letters without accents, digits and hyphens, at most 63 characters.',
  },
  duplicate_rule_id: {
    fr: 'L’identifiant « {} » sert déjà à une autre clause : donnez-en un différent à chacune.',
    en: 'The id “{}” already belongs to another rule: give each its own.',
  },
  event_needs_fixed: {
    fr: 'Un pourcentage ou un montant par unité suppose des lignes de commande : utilisez un montant fixe pour l’événement « {} ».',
    en: 'A percentage or an amount per unit needs order lines: use a fixed amount for the event “{}”.',
  },
  milestone_missing: {
    fr: 'Une clause d’objectif doit dire la mesure, la période et le seuil à atteindre.',
    en: 'An objective must say its measure, its period and the threshold to reach.',
  },
  milestone_unexpected: {
    fr: 'Seule une clause dont l’événement est « milestone » peut fixer un objectif.',
    en: 'Only a rule on the event “milestone” may set an objective.',
  },
  milestone_stands_alone: {
    fr: 'Une prime d’objectif est un montant fixe : elle n’a ni pourcentage, ni montant par unité, ni paliers, ni durée.',
    en: 'The bonus of an objective is a fixed amount: it has no percentage, no amount per unit, no tiers and no duration.',
  },
  tiers_empty: {
    fr: 'Des paliers doivent avoir au moins une marche, à partir de 0.',
    en: 'Tiers need at least one step, from 0.',
  },
  tiers_start: {
    fr: 'La première marche doit commencer à 0, et non à {}.',
    en: 'The first step must start at 0, not at {}.',
  },
  tiers_overlap: {
    fr: 'La marche à partir de {} recouvre la précédente : chaque marche doit commencer plus haut que celle d’avant.',
    en: 'The step from {} overlaps the one before: each step must start higher than the last.',
  },
  step_needs_one_value: {
    fr: 'Une marche porte soit un taux, soit un montant : exactement l’un des deux.',
    en: 'A step carries either a rate or an amount: exactly one of them.',
  },
  step_wrong_kind: {
    fr: 'Cette marche n’est pas de la nature de la rémunération : un taux pour un pourcentage, un montant pour un montant fixe ou par unité.',
    en: 'This step is not of the reward’s kind: a rate for a percentage, an amount for a fixed or per-unit reward.',
  },
  tiers_start_differs: {
    fr: 'La première marche doit répéter la rémunération de la clause ({}), pour que le texte n’en annonce qu’une.',
    en: 'The first step must repeat the rule’s own reward ({}), so that the text states only one.',
  },
  retroactive_needs_percent: {
    fr: 'Des paliers rétroactifs ne s’appliquent qu’à un pourcentage.',
    en: 'Retroactive tiers only apply to a percentage.',
  },
  duration_empty: {
    fr: 'Une durée doit donner un nombre de mois, un nombre de paiements, ou les deux.',
    en: 'A duration must give a number of months, a number of payments, or both.',
  },
  cap_unknown_rule: {
    fr: 'Le plafond vise la clause « {} », qui n’existe pas.',
    en: 'The cap is about the rule “{}”, which does not exist.',
  },
  cap_without_effect: {
    fr: 'Le plafond vise la clause « {} », payée en unités : un plafond ne limite que de l’argent.',
    en: 'The cap is about the rule “{}”, which is paid in units: a cap only limits money.',
  },
  duplicate_cap: {
    fr: 'Deux plafonds ont la même portée, la même période et la même clause : gardez le plus bas.',
    en: 'Two caps have the same scope, period and rule: keep the lower one.',
  },
  upline_levels: {
    fr: 'Les niveaux de parrainage doivent être 1, 2, 3… sans trou ni répétition : {} n’est pas à sa place.',
    en: 'Upline levels must be 1, 2, 3… without a gap or a repetition: {} is out of place.',
  },
  position_weights: {
    fr: 'Les parts du premier et du dernier contact dépassent ensemble 100 %.',
    en: 'The shares of the first and the last touchpoint exceed 100% together.',
  },
  groups_empty: {
    fr: 'L’attribution par priorité demande au moins un groupe.',
    en: 'Attribution by priority needs at least one group.',
  },
  group_empty: {
    fr: 'Le groupe « {} » ne désigne personne : donnez des natures de partenaire, des origines ou des partenaires.',
    en: 'The group “{}” names nobody: give partner kinds, origins or partners.',
  },
  group_duplicate: {
    fr: 'Le nom « {} » sert déjà à un autre groupe.',
    en: 'The name “{}” already belongs to another group.',
  },
  group_shadowed: {
    fr: 'Le groupe « {} » ne peut rien recevoir : les groupes placés avant lui prennent tout ce qu’il désigne.',
    en: 'The group “{}” can receive nothing: the groups before it take everything it names.',
  },
  agreed_shares: {
    fr: 'Les parts convenues doivent faire 100 % ensemble ; elles font {}.',
    en: 'The agreed shares must make 100% together; they make {}.',
  },
  agreed_share_zero: {
    fr: 'Une part convenue doit être supérieure à zéro.',
    en: 'An agreed share must be above zero.',
  },
  agreed_duplicate: {
    fr: 'Le partenaire « {} » a déjà une part : donnez-lui une seule part.',
    en: 'The partner “{}” already has a share: give each partner one.',
  },
  condition_empty: {
    fr: 'Une liste de conditions (« all » ou « any ») doit en contenir au moins une.',
    en: 'A list of conditions (“all” or “any”) must hold at least one.',
  },
  condition_too_deep: {
    fr: 'La condition est imbriquée sur plus de {} niveaux : simplifiez-la.',
    en: 'The condition is nested more than {} levels deep: simplify it.',
  },
  condition_unreadable: {
    fr: 'Une condition est « all », « any », « not », ou un champ avec sa comparaison.',
    en: 'A condition is “all”, “any”, “not”, or a field with its comparison.',
  },
  unknown_field: {
    fr: 'Le champ « {} » n’existe pas.',
    en: 'The field “{}” does not exist.',
  },
  unknown_comparison: {
    fr: 'La comparaison « {} » n’existe pas.',
    en: 'The comparison “{}” does not exist.',
  },
  comparison_not_for_field: {
    fr: 'La comparaison « {} » ne convient pas à ce champ.',
    en: 'The comparison “{}” does not suit this field.',
  },
  list_expected: {
    fr: 'La comparaison « {} » demande une liste d’au moins une valeur.',
    en: 'The comparison “{}” needs a list of at least one value.',
  },
  value_expected: {
    fr: 'La comparaison « {} » demande une seule valeur.',
    en: 'The comparison “{}” needs a single value.',
  },
  value_type: {
    fr: 'Cette valeur n’est pas du type attendu : {}.',
    en: 'This value is not of the expected type: {}.',
  },
  unknown_value: {
    fr: 'La valeur « {} » n’est pas de celles que ce champ peut prendre.',
    en: 'The value “{}” is not one this field can take.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type PlanProblemCode = keyof typeof sentences;
