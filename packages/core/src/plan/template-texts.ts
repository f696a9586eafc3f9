import type { Language } from '../language/index.ts';
import type { PartnerKind } from './plan.ts';
import type { TemplateName } from './templates.ts';

export interface TemplateText {
  readonly name: string;
  /** For whom it is, in a few words. */
  readonly who: string;
  /** What it pays, in one sentence. */
  readonly pays: string;
}

/** What the templates are called where somebody chooses one. */
export const templateTexts: Readonly<Record<TemplateName, Readonly<Record<Language, TemplateText>>>> = {
  affiliate: {
    en: {
      name: 'Affiliation',
      who: 'Sites, creators and communities that send visitors',
      pays: 'A percentage of each sale, more for a new customer, and a bonus for a good month.',
    },
    fr: {
      name: 'Affiliation',
      who: 'Les sites, créateurs et communautés qui envoient des visiteurs',
      pays: 'Un pourcentage de chaque vente, davantage pour un nouveau client, et une prime pour un bon mois.',
    },
  },
  introducer: {
    en: {
      name: 'Business introducers',
      who: 'People who open doors',
      pays: 'A fee for each qualified lead, then a share of the first year of business; large amounts are approved first.',
    },
    fr: {
      name: 'Apporteurs d’affaires',
      who: 'Les personnes qui ouvrent des portes',
      pays: 'Un montant par prospect qualifié, puis une part de la première année d’affaires ; les gros montants sont validés.',
    },
  },
  reseller: {
    en: {
      name: 'Resellers',
      who: 'Companies that sell for you',
      pays: 'A rate that rises with the quarter’s revenue, over all of it, and bonuses for new customers and for the year.',
    },
    fr: {
      name: 'Revendeurs',
      who: 'Les entreprises qui vendent pour vous',
      pays: 'Un taux qui monte avec le chiffre du trimestre, sur tout ce chiffre, et des primes pour les nouveaux clients et l’année.',
    },
  },
  supplier: {
    en: {
      name: 'Suppliers and subcontractors',
      who: 'Those who make or deliver what you sell',
      pays: 'An amount per unit of their goods, a percentage of the services they deliver.',
    },
    fr: {
      name: 'Fournisseurs et sous-traitants',
      who: 'Celles et ceux qui fabriquent ou réalisent ce que vous vendez',
      pays: 'Un montant par unité de leurs produits, un pourcentage des services qu’ils réalisent.',
    },
  },
  subscription: {
    en: {
      name: 'Recurring referral',
      who: 'Those who recommend a subscription',
      pays: 'A part of each payment for a year, which rises slice by slice with the month’s revenue.',
    },
    fr: {
      name: 'Recommandation récurrente',
      who: 'Celles et ceux qui recommandent un abonnement',
      pays: 'Une part de chaque paiement pendant un an, qui monte tranche par tranche avec le chiffre du mois.',
    },
  },
};

/** The kinds of partner each template was thought for, the first one foremost. */
export const templateKinds: Readonly<Record<TemplateName, readonly PartnerKind[]>> = {
  affiliate: ['affiliate', 'client'],
  introducer: ['referrer'],
  reseller: ['reseller'],
  supplier: ['supplier', 'subcontractor'],
  subscription: ['affiliate', 'referrer', 'technology'],
};
