import { attributionFr } from './phrases-fr-attribution.ts';
import { conditionFr } from './phrases-fr-condition.ts';
import type { Phrases } from './phrases.ts';

export const french: Phrases = {
  condition: conditionFr,
  attribution: attributionFr,
  period: {
    day: 'au cours de la journée',
    week: 'au cours de la semaine (du lundi au dimanche)',
    month: 'au cours du mois civil',
    quarter: 'au cours du trimestre civil',
    year: 'au cours de l’année civile',
    ever: 'depuis l’origine',
  },
  measure: {
    revenue: (currency) => `le chiffre d’affaires net en ${currency} attribué au partenaire`,
    sales: () => 'le nombre de ventes attribuées au partenaire',
    customers: () => 'le nombre de nouveaux clients attribués au partenaire',
    leads: () => 'le nombre de prospects attribués au partenaire',
  },
  rule: {
    heading: {
      click: 'Rémunération des clics',
      lead: 'Rémunération des prospects',
      qualified_lead: 'Rémunération des prospects qualifiés',
      sale: 'Rémunération des ventes',
      referral: 'Rémunération des recommandations de partenaires',
      milestone: 'Prime d’objectif',
    },
    percent: (rate) =>
      `Pour chaque ligne d’une vente qui lui est attribuée, le partenaire reçoit ${rate} du montant net de la ligne, hors taxes, dans la devise de la commande.`,
    perUnit: (amount) => `Pour chaque unité vendue d’une vente qui lui est attribuée, le partenaire reçoit ${amount}.`,
    fixed: {
      click: (amount) => `Pour chaque clic valable qui lui est attribué, le partenaire reçoit ${amount}.`,
      lead: (amount) => `Pour chaque prospect qui lui est attribué, le partenaire reçoit ${amount}.`,
      qualified_lead: (amount) => `Pour chaque prospect qualifié qui lui est attribué, le partenaire reçoit ${amount}.`,
      sale: (amount) => `Pour chaque vente qui lui est attribuée, le partenaire reçoit ${amount}, une fois par commande.`,
      referral: (amount) =>
        `Pour chaque partenaire qui rejoint le programme sur sa recommandation, le partenaire reçoit ${amount}.`,
    },
    byTiers: { rate: 'un pourcentage, fixé par les paliers ci-après,', amount: 'un montant fixé par les paliers ci-après' },
    milestone: (amount, measure, period, threshold) =>
      `Le partenaire reçoit ${amount} lorsque ${measure} ${period} atteint ou dépasse ${threshold}. La prime est acquise à l’événement qui y parvient, une seule fois par période ; elle n’est pas divisée lorsque cet événement est partagé entre plusieurs partenaires et s’ajoute aux autres clauses.`,
    when: (condition) => `Cette clause s’applique à condition que ceci soit établi : ${condition}.`,
    whenAnyLine: (condition) =>
      `Cette clause s’applique à condition que ceci soit établi pour au moins une ligne de la commande : ${condition}.`,
    tiers: (measure, period) => `Les paliers se mesurent sur ${measure} ${period} :`,
    step: (from, value) => `à partir de ${from}, ${value}`,
    marginalCut: (currency) =>
      `Chaque tranche de ce volume est payée à son propre taux : une ligne qui franchit un seuil est répartie entre les taux des tranches qu’elle occupe. Une ligne dans une autre devise que ${currency} ne fait pas avancer le volume ; elle est payée au taux du palier atteint avant elle.`,
    marginalWhole:
      'Le palier est celui du volume atteint avant l’événement : un nouveau palier vaut pour ce qui suit le franchissement du seuil, sans rien changer à ce qui précède.',
    whole:
      'Le palier est celui du volume atteint en comptant ce qui est rémunéré : la ligne ou l’événement qui atteint un seuil est payé en entier au nouveau palier, sans rien changer à ce qui précède.',
    retroactive:
      'Le palier est celui du volume atteint en comptant la ligne rémunérée ; son taux s’applique à tout ce que cette clause a rémunéré dans la période, dans la même devise et sous les mêmes paliers, et la différence avec ce qu’elle y a déjà fait acquérir est payée aussitôt. Cette différence n’est jamais négative.',
    months: (count) =>
      `La clause cesse de s’appliquer à un client ${count} mois après la première opération de ce client rémunérée au partenaire.`,
    payments: (count) =>
      `La clause cesse de s’appliquer à un client après ${count} ${count === 1 ? 'opération' : 'opérations'} de ce client rémunérées au partenaire.`,
  },
  general: {
    heading: {
      currency: 'Devise et arrondi',
      combination: 'Concours de clauses',
      missingData: 'Données manquantes',
      caps: 'Plafonds',
      upline: 'Parrainage',
      review: 'Validation',
      hold: 'Délai de carence',
      refunds: 'Remboursements',
      notice: 'Modification et préavis',
      existing: 'Clients existants',
    },
    currency: (currency) =>
      `Les montants fixes, seuils et plafonds du présent barème sont exprimés en ${currency}, et seules les ventes dans cette devise comptent dans un chiffre d’affaires. Une vente, un client ou un prospect partagé compte pour un à chaque partenaire qui y a part. Ces volumes se comptent dès la première version du barème qui s’y réfère. Chaque montant est calculé exactement puis arrondi une seule fois à l’unité mineure la plus proche, la demie étant arrondie en s’éloignant de zéro.`,
    combination: {
      best: 'Lorsque plusieurs clauses s’appliquent, celle qui donne le plus d’argent est retenue : la meilleure pour chaque ligne, puis, si une clause rémunérant la commande entière donne davantage que toutes les lignes réunies, celle-ci seule. À égalité, ou entre des devises différentes, la clause qui porte le plus petit numéro l’emporte. Les récompenses en unités sont comparées entre elles, unité par unité, et s’ajoutent à l’argent.',
      first:
        'Lorsque plusieurs clauses s’appliquent, celle qui porte le plus petit numéro est seule retenue : pour la commande entière si elle rémunère la commande entière, sinon ligne par ligne.',
      sum: 'Lorsque plusieurs clauses s’appliquent, leurs rémunérations s’ajoutent.',
    },
    missingData:
      'Une condition est appréciée sur les données enregistrées avec l’événement, les textes étant comparés à l’identique. Une donnée manquante, ou un montant dans une autre devise que celle du barème, n’est présumée ni vraie ni fausse : si la condition ne peut être établie sans elle, la clause ne s’applique pas et le motif en est indiqué.',
    noCap: 'Le présent barème ne fixe aucun plafond.',
    cap: {
      partner: (amount, period, clause) => `Pour un même partenaire, ${clause} au plus ${amount} ${period}.`,
      customer: (amount, period, clause) => `Pour un même client d’un même partenaire, ${clause} au plus ${amount} ${period}.`,
      program: (amount, period, clause) => `Pour l’ensemble du programme, ${clause} au plus ${amount} ${period}.`,
    },
    capAllClauses: 'l’ensemble des clauses donne',
    capClause: (number, ruleId) => `la clause ${number} (${ruleId}) donne`,
    capRest:
      'Une rémunération qui dépasse un plafond est ramenée à ce qui en reste ; l’excédent n’est pas reporté, mais une rémunération reprise rouvre le plafond d’autant pour la suite. Les plafonds s’appliquent après le choix des clauses, aux seules rémunérations dans la devise du barème.',
    noUpline: 'Le présent barème ne prévoit pas de parrainage.',
    upline: (level, rate, of) =>
      `Le parrain de niveau ${level} reçoit ${rate} ${of === 'commission' ? 'de la commission acquise par le partenaire' : 'du montant sur lequel cette commission est calculée'}.`,
    uplineRest: 'Ces sommes s’ajoutent à la commission du partenaire sans la réduire.',
    reviewAll: 'Toute rémunération est soumise à la validation de l’entreprise avant de devenir exigible.',
    reviewAbove: (amount) =>
      `Lorsqu’un même événement fait acquérir à un même partenaire plus de ${amount} en tout, les rémunérations correspondantes sont soumises à la validation de l’entreprise avant de devenir exigibles ; celles qui sont acquises dans une autre devise que celle du barème, ou en unités, le sont toujours. Les autres ne demandent aucune validation.`,
    reviewRest:
      'Une rémunération validée après la fin du délai de carence devient exigible aussitôt. L’entreprise peut refuser une rémunération en indiquant son motif au partenaire : ce qui en reste est repris au montant figé, et le chiffre d’affaires et les plafonds qu’elle occupait sont rétablis.',
    hold: (days) =>
      days === 0
        ? 'Une rémunération est exigible dès l’événement qui la fait naître.'
        : `Une rémunération devient exigible le jour qui vient ${days} ${days === 1 ? 'jour' : 'jours'} après celui de l’événement qui la fait naître, dans le fuseau horaire de l’espace.`,
    refunds:
      'Un remboursement réduit, en proportion du montant remboursé, la rémunération de la ligne remboursée et celle de la commande entière, au taux et selon le partage figés lors de l’événement d’origine, avant comme après le paiement ; il diminue d’autant le chiffre d’affaires de la période de la vente, sans changer le palier de ce qui a été rémunéré. Une prime acquise est conservée.',
    notice: (days) =>
      `Une nouvelle version du barème prend effet ${days === 0 ? 'dès' : `${days} ${days === 1 ? 'jour' : 'jours'} après`} sa publication. Elle ne change rien à ce qui a été acquis sous les versions précédentes.`,
    existing: {
      keep: 'Un client qui a acheté sous une version du barème reste régi par elle pour ses achats suivants, même après la prise d’effet d’une version nouvelle.',
      move: 'À la prise d’effet d’une version nouvelle, les achats suivants de tous les clients, y compris existants, sont régis par elle.',
    },
  },
};
