import type { ErrorEntry } from './error-entry.ts';

/** What payment plans for debts refuse. */
export const debtErrors = {
  nothing_owed: {
    status: 409,
    title: {
      en: 'The partner owes nothing in this currency.',
      fr: 'Le partenaire ne doit rien dans cette devise.',
    },
    hint: {
      en: 'A plan is for a payable balance below zero. What the partner earned since may have made up for it.',
      fr: 'Un échéancier suppose un solde exigible négatif. Ce que le partenaire a gagné depuis l’a peut-être compensé.',
    },
  },
  debt_terms_wrong: {
    status: 422,
    title: {
      en: 'These terms do not fit the debt.',
      fr: 'Ces conditions ne correspondent pas à la dette.',
    },
    hint: {
      en: 'Days lie ahead and in order, amounts are above zero and add up to what is paid back, which is no more than is owed. The fields say what is wrong.',
      fr: 'Les échéances sont à venir et dans l’ordre, les montants positifs, leur somme égale à ce qui est remboursé, sans dépasser ce qui est dû. Les champs disent ce qui ne va pas.',
    },
  },
  more_than_owed: {
    status: 409,
    title: {
      en: 'This is more than is owed under the plan.',
      fr: 'C’est plus que ce qui est dû au titre de l’échéancier.',
    },
    hint: {
      en: 'Take at most what is still owed; what a partner paid beyond that is given back outside of the plan.',
      fr: 'Ne dépassez pas le reste dû ; ce que le partenaire a payé en trop lui est rendu hors échéancier.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
