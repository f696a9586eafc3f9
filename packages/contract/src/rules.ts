import type { Bilingual } from './language.ts';

/** Sentences for the rules our own schemas name (`params: { rule }` of a custom issue). */
export const rules: Readonly<Record<string, Bilingual>> = {
  id: { en: 'Not an id of the expected kind.', fr: "N'est pas un identifiant du type attendu." },
  currency: { en: 'Unknown ISO 4217 currency.', fr: 'Devise ISO 4217 inconnue.' },
  other_currency: { en: 'Another currency than the first is expected.', fr: 'Une autre devise que la première est attendue.' },
  country: { en: 'Two capital letters of ISO 3166-1 are expected.', fr: 'Deux lettres majuscules ISO 3166-1 sont attendues.' },
  zone: { en: 'Unknown IANA time zone.', fr: 'Fuseau horaire IANA inconnu.' },
  instant: {
    en: 'An ISO 8601 instant with its offset is expected.',
    fr: 'Un instant ISO 8601 avec son décalage horaire est attendu.',
  },
  day_or_instant: {
    en: 'A day such as 2026-11-01, or an ISO 8601 instant with its offset, is expected.',
    fr: 'Un jour tel que 2026-11-01, ou un instant ISO 8601 avec son décalage horaire, est attendu.',
  },
  lines_or_amount: {
    en: 'Give either lines or an amount.',
    fr: 'Indiquez soit des lignes, soit un montant.',
  },
  distinct_lines: {
    en: 'Each line has an id of its own.',
    fr: 'Chaque ligne a son propre identifiant.',
  },
  failed_refund: {
    en: 'Name the refund when it failed, and only then.',
    fr: 'Indiquez le remboursement quand il a échoué, et alors seulement.',
  },
  whole_refund: {
    en: 'A refund fails as a whole: give neither lines nor an amount.',
    fr: "Un remboursement échoue en entier : n'indiquez ni lignes ni montant.",
  },
  sale_or_customer: {
    en: 'Name a sale or a customer.',
    fr: 'Indiquez une vente ou un client.',
  },
  standing: {
    en: 'Give a precedence, a plan, or both.',
    fr: 'Indiquez une priorité, un barème, ou les deux.',
  },
  iban: {
    en: 'Its check digits do not fit: a character of the IBAN is wrong.',
    fr: 'Sa clé ne convient pas : un caractère de l’IBAN est faux.',
  },
  euros: {
    en: 'Files for the bank are in euros only: choose another way to pay.',
    fr: 'Les fichiers pour la banque ne sont qu’en euros : choisissez un autre moyen de paiement.',
  },
  customer_named: {
    en: 'Name the customer: by the company’s own id, a name or an e-mail address.',
    fr: 'Désignez le client : par son identifiant dans l’entreprise, un nom ou une adresse e-mail.',
  },
  amount_and_currency: {
    en: 'An expected amount and its currency go together.',
    fr: 'Un montant attendu va avec sa devise.',
  },
  quantity_and_unit: {
    en: 'A quantity and its unit go together.',
    fr: 'Une quantité va avec son unité.',
  },
  origin: {
    en: 'An origin such as https://example.com is expected.',
    fr: 'Une origine telle que https://example.com est attendue.',
  },
  rate: {
    en: 'A percentage such as 12.5% or a ratio such as 1/8 is expected.',
    fr: 'Un pourcentage tel que 12,5% ou un rapport tel que 1/8 est attendu.',
  },
  url: { en: 'An absolute http(s) address is expected.', fr: 'Une adresse http(s) absolue est attendue.' },
  contrast: {
    en: 'This colour is too pale to be seen on white: choose a darker one.',
    fr: 'Cette couleur est trop claire pour se voir sur du blanc : choisissez-en une plus foncée.',
  },
  slug: {
    en: 'Between 2 and 64 lower-case letters, digits, `_` and `-` are expected.',
    fr: 'De 2 à 64 lettres minuscules, chiffres, `_` et `-` sont attendus.',
  },
  review_reason: {
    en: 'Give a reason when you hold or refuse: the partner is shown it.',
    fr: 'Indiquez un motif pour bloquer ou refuser : il est montré au partenaire.',
  },
  claim_missing_has_no_target: {
    en: 'What is missing has no id: leave out the fact, the commission and the contribution.',
    fr: 'Ce qui manque n’a pas d’identifiant : n’indiquez ni fait, ni commission, ni contribution.',
  },
  claim_expected: {
    en: 'Say what should have been recorded: a sale or a lead, and when.',
    fr: 'Dites ce qui aurait dû être enregistré : une vente ou un prospect, et quand.',
  },
  claim_target: {
    en: 'Name what is contested: a fact, a commission or a contribution, one of them; of a split, an order number will do.',
    fr: 'Désignez ce qui est contesté : un fait, une commission ou une contribution, un seul ; pour un partage, un numéro de commande suffit.',
  },
  claim_contribution_rejected: {
    en: 'A contribution is contested because it was refused: use the kind `rejected`.',
    fr: 'Une contribution se conteste parce qu’elle a été refusée : utilisez le type `rejected`.',
  },
  claim_amount: {
    en: 'An amount and its currency go together.',
    fr: 'Un montant va avec sa devise.',
  },
  claim_order_or_customer: {
    en: 'Give the order number, or say who the customer is.',
    fr: 'Indiquez le numéro de commande, ou dites qui est le client.',
  },
  claim_acceptance_code: {
    en: 'This code is for refusals, or for what is accepted in part only.',
    fr: 'Ce code vaut pour un refus, ou pour ce qui n’est accepté qu’en partie.',
  },
  claim_terms: {
    en: 'Only a program can follow the company: give the terms.',
    fr: 'Seul un programme peut suivre l’entreprise : indiquez les conditions.',
  },
  list_of_statuses: {
    en: 'One or several statuses are expected, separated by commas.',
    fr: 'Un ou plusieurs statuts, séparés par des virgules, sont attendus.',
  },
  partner_role: {
    en: 'Give a partner exactly when the role is `partner`.',
    fr: 'Indiquez un partenaire si, et seulement si, le rôle est `partner`.',
  },
  civil_day: {
    en: 'A day from 1950 to 2199 is expected, such as 2026-11-30.',
    fr: 'Un jour de 1950 à 2199 est attendu, par exemple 2026-11-30.',
  },
  file_or_link: {
    en: 'Hand in a file, or say where it is.',
    fr: 'Remettez un fichier, ou dites où il se trouve.',
  },
  guard_set_or_document: {
    en: 'Name a set that was added, or give one to be tried, not both.',
    fr: 'Nommez un jeu ajouté, ou donnez-en un à essayer, pas les deux.',
  },
  guard_unique: {
    en: 'Two of the set go by this name.',
    fr: 'Deux éléments du jeu portent ce nom.',
  },
  guard_question: {
    en: 'The set asks no question of this name.',
    fr: 'Le jeu ne pose aucune question de ce nom.',
  },
  guard_kind: {
    en: 'The question is of another kind: a number or a day is needed here.',
    fr: 'La question est d’une autre nature : il faut ici un nombre ou un jour.',
  },
  guard_choice: {
    en: 'A choice has at least two answers, and conditions name only those.',
    fr: 'Un choix a au moins deux réponses, et les conditions ne nomment que celles-là.',
  },
  guard_days: {
    en: 'The last day comes before the first.',
    fr: 'Le dernier jour précède le premier.',
  },
  guard_depth: {
    en: 'Conditions stand within one another too deeply: twelve at most.',
    fr: 'Les conditions sont trop emboîtées : douze niveaux au plus.',
  },
  tax_unique: {
    en: 'Given already, for the same days.',
    fr: 'Déjà donné, pour les mêmes jours.',
  },
  tax_zone: {
    en: 'A zone that is not in this table: add it to `zones`, or correct its name.',
    fr: 'Une zone absente de cette table : ajoutez-la à `zones`, ou corrigez son nom.',
  },
  tax_mention: {
    en: 'A mention that is not in this table: add it to `mentions`, or correct its code.',
    fr: 'Une mention absente de cette table : ajoutez-la à `mentions`, ou corrigez son code.',
  },
  tax_rate: {
    en: 'Category S has a rate above zero, all others a rate of zero.',
    fr: 'La catégorie S a un taux supérieur à zéro, toutes les autres un taux nul.',
  },
  tax_day: {
    en: 'A day from 1900 on is expected.',
    fr: 'Un jour à partir de 1900 est attendu.',
  },
  tax_days: {
    en: 'The last day comes before the first.',
    fr: 'Le dernier jour précède le premier.',
  },
};
