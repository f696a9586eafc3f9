import type { ErrorEntry } from './error-entry.ts';

/** Refusals of the books of the company. */
export const accountingErrors = {
  books_chart_missing: {
    status: 409,
    title: { en: 'No chart of accounts is written yet.', fr: 'Aucun plan de comptes n’est encore enregistré.' },
    hint: {
      en: 'Write one under Books › Accounts; the French one is a beginning.',
      fr: 'Enregistrez-en un sous Comptabilité › Comptes ; le plan français est un début.',
    },
  },
  books_chart_first: {
    status: 409,
    title: { en: 'This chart is needed by those after it.', fr: 'Ce plan est nécessaire à ceux qui le suivent.' },
    hint: {
      en: 'Change it instead, or remove the later ones first.',
      fr: 'Modifiez-le plutôt, ou retirez d’abord les suivants.',
    },
  },
  books_company_missing: {
    status: 409,
    title: {
      en: 'Who the company is, is not known well enough yet.',
      fr: 'Il manque encore des renseignements sur l’entreprise.',
    },
    hint: {
      en: 'Enter what `fields` names under Settings › Company; what the declaration chooses, under Books › Company.',
      fr: 'Entrez ce que nomme `fields` sous Réglages › Entreprise ; les choix de la déclaration, sous Comptabilité › Entreprise.',
    },
  },
  books_number_taken: {
    status: 409,
    title: { en: 'Another partner has this account.', fr: 'Un autre partenaire a déjà ce compte.' },
    hint: { en: 'Choose another number.', fr: 'Choisissez un autre numéro.' },
  },
  books_rate_missing: {
    status: 409,
    title: { en: 'A rate of exchange is not known.', fr: 'Un cours de change n’est pas connu.' },
    hint: {
      en: 'Load a file of the European Central Bank under Payments › Currencies.',
      fr: 'Chargez un fichier de la Banque centrale européenne sous Paiements › Devises.',
    },
  },
  das2_incomplete: {
    status: 409,
    title: { en: 'Somebody who is declared lacks something.', fr: 'Il manque quelque chose à quelqu’un qui est déclaré.' },
    hint: {
      en: 'Complete the tax details of those listed in `fields`.',
      fr: 'Complétez les renseignements fiscaux de ceux listés dans `fields`.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
