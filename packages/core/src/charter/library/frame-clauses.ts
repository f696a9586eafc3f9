import { charterKinds } from '../charter.ts';
import { type LibraryClause, nothingDue } from './library-clause.ts';

/** What frames every charter: who, why, what, and how both stand to one another. */
export const frameClauses: readonly LibraryClause[] = [
  {
    key: 'capacity',
    kind: 'parties',
    fits: charterKinds,
    title: { en: 'Capacity of the parties', fr: 'Capacité des parties' },
    text: {
      en: 'Each party declares that it is duly established, that whoever signs for it may bind it, and that nothing it has agreed with others keeps it from performing this charter. It tells the other party without delay of any change in its legal form, its registration or its seat.',
      fr: 'Chaque partie déclare être régulièrement constituée, que son signataire a le pouvoir de l’engager et qu’aucun engagement envers un tiers ne l’empêche d’exécuter la présente charte. Elle informe sans délai l’autre partie de tout changement de forme, d’immatriculation ou de siège.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'intent',
    kind: 'recitals',
    fits: charterKinds,
    title: { en: 'Why we work together', fr: 'Pourquoi nous travaillons ensemble' },
    text: {
      en: 'Before signing, each party has told the other what it knew to be decisive for its consent. The parties wish to work together in good faith, to each other’s benefit, and to settle by this charter what is expected of each, how it is measured and paid, and how they part.',
      fr: 'Avant de signer, chaque partie a communiqué à l’autre ce qu’elle savait déterminant pour son consentement. Les parties entendent collaborer de bonne foi, à leur avantage mutuel, et fixer par la présente charte ce qui est attendu de chacune, comment cela se mesure et se rémunère, et comment elles se sépareront.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'definitions',
    kind: 'definitions',
    fits: charterKinds,
    title: { en: 'Definitions', fr: 'Définitions' },
    text: {
      en: '“Customer” means a person or organisation that buys from the company. “Month” means a calendar month, “business day” a day from Monday to Friday that is not a public holiday in France. Indicators have the meaning their definition in the annex gives them, and no other.',
      fr: '« Client » désigne toute personne ou organisation qui achète à l’entreprise. « Mois » désigne un mois civil, « jour ouvré » un jour du lundi au vendredi qui n’est pas férié en France. Les indicateurs ont le sens que leur donne leur définition en annexe, et aucun autre.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'object_affiliate',
    kind: 'object',
    fits: ['affiliate'],
    title: { en: 'Object', fr: 'Objet' },
    text: {
      en: 'The partner makes the company’s offers known to its audience by links and codes that the company gives it. It neither negotiates nor concludes anything in the company’s name.',
      fr: 'Le partenaire fait connaître les offres de l’entreprise à son public au moyen de liens et de codes que celle-ci lui remet. Il ne négocie ni ne conclut rien au nom de l’entreprise.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'object_introducer',
    kind: 'object',
    fits: ['introducer'],
    title: { en: 'Object', fr: 'Objet' },
    text: {
      en: 'The partner presents to the company persons who may become its customers. Its part ends with the introduction: it has no mandate, negotiates neither price nor terms, and concludes nothing in the company’s name. The company is free to accept or decline each introduction.',
      fr: 'Le partenaire présente à l’entreprise des personnes susceptibles de devenir ses clients. Son rôle s’arrête à la mise en relation : il n’a pas de mandat, ne négocie ni prix ni conditions et ne conclut rien au nom de l’entreprise. L’entreprise est libre d’accepter ou de refuser chaque mise en relation.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'object_reseller',
    kind: 'object',
    fits: ['reseller'],
    title: { en: 'Object', fr: 'Objet' },
    text: {
      en: 'The partner buys the company’s products and services to sell them on, in its own name, on its own account and at prices it sets freely.',
      fr: 'Le partenaire achète les produits et services de l’entreprise pour les revendre, en son nom, pour son compte et aux prix qu’il fixe librement.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'object_supplier',
    kind: 'object',
    fits: ['supplier'],
    title: { en: 'Object', fr: 'Objet' },
    text: {
      en: 'The partner supplies the company with the goods and services described in each order. An order binds the parties once the partner has accepted it in writing; this charter holds for every order placed while it is in force.',
      fr: 'Le partenaire fournit à l’entreprise les biens et services décrits dans chaque commande. Une commande engage les parties dès son acceptation écrite par le partenaire ; la présente charte régit toute commande passée tant qu’elle est en vigueur.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'object_subcontractor',
    kind: 'object',
    fits: ['subcontractor'],
    title: { en: 'Object', fr: 'Objet' },
    text: {
      en: 'The company entrusts the partner with the part of the work for its customer that each order describes. Before the work begins, the company has the partner and its payment terms accepted by the customer, as the law of 31 December 1975 asks.',
      fr: 'L’entreprise confie au partenaire la part des travaux destinés à son client que décrit chaque commande. Avant leur commencement, l’entreprise fait accepter le partenaire et agréer ses conditions de paiement par le client, comme l’exige la loi du 31 décembre 1975.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'object_client',
    kind: 'object',
    fits: ['client'],
    title: { en: 'Object', fr: 'Objet' },
    text: {
      en: 'The company supplies the partner with the services described in each order, and the partner gives it the information and the access it needs to do so.',
      fr: 'L’entreprise fournit au partenaire les prestations décrites dans chaque commande, et le partenaire lui donne les informations et les accès nécessaires.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'independence',
    kind: 'independence',
    fits: ['affiliate', 'introducer', 'reseller', 'subcontractor'],
    title: { en: 'Independence', fr: 'Indépendance' },
    text: {
      en: 'The partner works independently, organises its time and its means itself, and receives no instructions on how it works. Nothing in this charter makes it an employee, an agent or an associate of the company. It pays its own taxes and social charges.',
      fr: 'Le partenaire exerce en toute indépendance, organise lui-même son temps et ses moyens et ne reçoit aucune instruction sur la manière de travailler. Rien dans la présente charte n’en fait un salarié, un agent commercial ou un associé de l’entreprise. Il acquitte ses propres impôts et cotisations.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'no_exclusivity',
    kind: 'exclusivity',
    fits: charterKinds,
    title: { en: 'No exclusivity', fr: 'Absence d’exclusivité' },
    text: {
      en: 'Neither party owes the other exclusivity. The partner may work for others, competitors included, so long as it keeps what is confidential.',
      fr: 'Aucune partie ne doit d’exclusivité à l’autre. Le partenaire peut travailler pour des tiers, y compris concurrents, dans le respect de la confidentialité.',
    },
    values: {},
    termsOf: nothingDue,
  },
  {
    key: 'exclusive_territory',
    kind: 'exclusivity',
    fits: ['reseller'],
    title: { en: 'Exclusive territory', fr: 'Territoire exclusif' },
    text: {
      en: 'In the territory of {territory}, the company supplies no other reseller for {months} months. Orders that come from outside without having been sought there stay free. If the minimum agreed in the objectives is not reached, the exclusivity ends and the charter goes on without it.',
      fr: 'Sur le territoire suivant : {territory}, l’entreprise ne fournit aucun autre revendeur pendant {months} mois. Les commandes venues de l’extérieur sans y avoir été recherchées restent libres. Si le minimum convenu dans les objectifs n’est pas atteint, l’exclusivité prend fin et la charte se poursuit sans elle.',
    },
    values: { territory: 'Bretagne', months: 12 },
    termsOf: nothingDue,
  },
];
