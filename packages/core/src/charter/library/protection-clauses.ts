import { charterKinds } from '../charter.ts';
import { duties } from './duties.ts';
import { type LibraryClause, nothingDue, numberOf } from './library-clause.ts';

/** What each protects: names, secrets, data, people, money. */
export const protectionClauses: readonly LibraryClause[] = [
  {
    key: 'brand',
    kind: 'intellectual_property',
    fits: ['affiliate', 'introducer', 'reseller'],
    title: { en: 'Names and brands', fr: 'Noms et marques' },
    text: {
      en: 'While this charter is in force, each party may use the name and logo of the other to show the partnership, following the rules given to it, and nothing more. It registers neither domain names nor key words made of them. Each keeps all its rights.',
      fr: 'Tant que la charte est en vigueur, chaque partie peut utiliser le nom et le logo de l’autre pour signaler le partenariat, selon les règles reçues et sans plus. Elle ne dépose ni nom de domaine ni mot-clé qui en soit formé. Chacune conserve tous ses droits.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'work_results',
    kind: 'intellectual_property',
    fits: ['supplier', 'subcontractor', 'client'],
    title: { en: 'Rights in the results', fr: 'Droits sur les résultats' },
    text: {
      en: 'Once they are paid, the rights to reproduce, adapt and use the results made for an order pass to whoever ordered them, for all territories and for as long as they are protected. What each had before stays its own and may be used as far as the results need it.',
      fr: 'Une fois payés, les droits de reproduction, d’adaptation et d’utilisation des résultats d’une commande passent à celui qui l’a passée, pour tous territoires et pour la durée de la protection. Ce que chacun possédait auparavant lui reste et peut être utilisé dans la mesure où les résultats l’exigent.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'confidentiality',
    kind: 'confidentiality',
    fits: charterKinds,
    title: { en: 'Confidentiality', fr: 'Confidentialité' },
    text: {
      en: 'Each party keeps to itself what the other tells it in confidence, uses it for this charter only, and shows it to those alone who need it. This holds for {months} months after the end. It does not hold for what was public, already known, or must be told by law.',
      fr: 'Chaque partie garde pour elle ce que l’autre lui confie, ne l’utilise que pour la présente charte et ne le montre qu’à ceux qui en ont besoin. Cela vaut pendant {months} mois après la fin. Cela ne vaut pas pour ce qui était public, déjà connu, ou que la loi oblige à révéler.',
    },
    values: { months: 36 },
    termsOf: (values) => duties.confidentiality(numberOf(values, 'months')),
  },
  {
    key: 'own_data',
    kind: 'personal_data',
    fits: ['affiliate', 'introducer', 'reseller', 'supplier', 'client'],
    title: { en: 'Personal data', fr: 'Données personnelles' },
    text: {
      en: 'Each party decides alone on the personal data it processes and answers for it under the GDPR. It gives the other only what this charter needs, having informed the persons concerned, and tells it within {hours} hours of a breach that touches what it received.',
      fr: 'Chaque partie décide seule des données personnelles qu’elle traite et en répond au titre du RGPD. Elle ne transmet à l’autre que ce que la charte exige, après avoir informé les personnes, et l’avertit sous {hours} heures de toute violation touchant ce qu’elle en a reçu.',
    },
    values: { hours: 48 },
    termsOf: nothingDue,
  },
  {
    key: 'processor',
    kind: 'personal_data',
    fits: ['subcontractor'],
    title: { en: 'Personal data processed on instructions', fr: 'Données personnelles traitées sur instruction' },
    text: {
      en: 'The partner processes personal data on the company’s documented instructions only (article 28 GDPR), with people bound to secrecy and fitting security. It engages nobody further without written consent, helps the company to answer requests, tells it of a breach within {hours} hours, and deletes or returns everything at the end.',
      fr: 'Le partenaire ne traite les données personnelles que sur instruction documentée de l’entreprise (article 28 du RGPD), par des personnes tenues au secret et avec une sécurité adaptée. Il ne fait appel à personne d’autre sans accord écrit, aide l’entreprise à répondre aux demandes, l’avertit d’une violation sous {hours} heures et efface ou restitue tout à la fin.',
    },
    values: { hours: 24 },
    termsOf: nothingDue,
  },
  {
    key: 'non_solicitation',
    kind: 'non_solicitation',
    fits: charterKinds,
    title: { en: 'No poaching', fr: 'Non-sollicitation' },
    text: {
      en: 'While this charter is in force and for {months} months after, neither party hires a person of the other who worked on it, unless the other agrees or the person answered a public offer.',
      fr: 'Tant que la charte est en vigueur et pendant {months} mois après, aucune partie n’embauche une personne de l’autre ayant travaillé à son exécution, sauf accord ou réponse à une offre publique.',
    },
    values: { months: 12 },
    termsOf: nothingDue,
  },
  {
    key: 'non_compete',
    kind: 'non_compete',
    fits: ['introducer', 'reseller'],
    title: { en: 'Non-competition after the end', fr: 'Non-concurrence après la fin' },
    text: {
      en: 'For {months} months after the end, the partner does not offer the customers it brought, in {territory}, products that compete with those it presented for the company. The obligation is limited to these customers, products and territory.',
      fr: 'Pendant {months} mois après la fin, le partenaire ne propose pas aux clients qu’il a apportés, sur le territoire suivant : {territory}, de produits concurrents de ceux qu’il a présentés pour l’entreprise. L’obligation se limite à ces clients, ces produits et ce territoire.',
    },
    values: { months: 12, territory: 'France' },
    termsOf: (values) => duties.nonCompete(numberOf(values, 'months')),
  },
  {
    key: 'vigilance',
    kind: 'compliance',
    fits: ['introducer', 'supplier', 'subcontractor'],
    title: { en: 'Documents of vigilance', fr: 'Obligation de vigilance' },
    text: {
      en: 'From 5,000 euros before tax, the partner gives the company at signature, and every {months} months until the end, proof of its registration and the certificate of its social contributions. Until they are there, payment may be withheld.',
      fr: 'À partir de 5 000 euros hors taxes, le partenaire remet à l’entreprise à la signature, puis tous les {months} mois jusqu’à la fin, son justificatif d’immatriculation et son attestation de vigilance. Tant qu’ils manquent, le paiement peut être suspendu.',
    },
    values: { months: 6 },
    termsOf: (values) => duties.document(numberOf(values, 'months')),
  },
  {
    key: 'integrity',
    kind: 'compliance',
    fits: charterKinds,
    title: { en: 'Integrity', fr: 'Probité' },
    text: {
      en: 'Neither party offers, gives or accepts an undue advantage, and each has its people follow the law against corruption. Advertising is recognisable as such, true, and follows the law; what the partner publishes for pay says so.',
      fr: 'Aucune partie n’offre, ne donne ni n’accepte d’avantage indu, et chacune fait respecter par ses équipes la loi contre la corruption. La publicité est identifiable, véridique et conforme à la loi ; ce que le partenaire publie contre rémunération le signale.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'liability_cap',
    kind: 'liability',
    fits: charterKinds,
    title: { en: 'Insurance and limit of liability', fr: 'Assurance et plafond de responsabilité' },
    text: {
      en: 'Each party is insured for what it does. For direct damage it answers up to the amounts paid under this charter in the {months} months before the event; there is no limit for wilful or gross fault, bodily harm, or breach of confidentiality.',
      fr: 'Chaque partie est assurée pour son activité. Elle répond des dommages directs dans la limite des sommes payées au titre de la charte pendant les {months} mois précédant le fait ; il n’y a pas de plafond en cas de dol, de faute lourde, de dommage corporel ou de violation de la confidentialité.',
    },
    values: { months: 12 },
    termsOf: nothingDue,
  },
];
