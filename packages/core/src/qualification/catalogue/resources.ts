import type { Item } from '../questionnaire.ts';
import { item, multiple, number, open, scale, single, yesNo } from './make-item.ts';

const skills = {
  network: ['A network of contacts', 'Un réseau de contacts'],
  sales: ['Sales people', 'Des commerciaux'],
  audience: ['An audience', 'Une audience'],
  delivery: ['People who deliver', 'Des équipes de réalisation'],
  support: ['Support after the sale', 'Un service après-vente'],
  product: ['A product', 'Un produit'],
  capital: ['Capital', 'Des capitaux'],
} as const;

/** Complementarity, values, capacity and exit: what each brings, how it behaves, how both would part. */
export const resourceItems: readonly Item[] = [
  item('complementarity.bring', ['What do you bring?', 'Qu’apportez-vous ?'], multiple(skills), {
    weight: 7,
    compare: 'complement',
    clauses: ['objectives'],
  }),
  item('complementarity.lack', ['What do you look for in the other?', 'Que cherchez-vous chez l’autre ?'], multiple(skills), {
    weight: 8,
    compare: 'cover',
    mirror: 'complementarity.have',
    clauses: ['objectives', 'training'],
  }),
  item(
    'complementarity.have',
    ['Of these, what can you really put in this year?', 'De tout cela, que pouvez-vous réellement engager cette année ?'],
    multiple(skills),
    { compare: 'none' },
  ),
  item(
    'complementarity.overlap',
    ['Could you be competitors for some customers?', 'Pourriez-vous être concurrents auprès de certains clients ?'],
    scale(['Never', 'Jamais'], ['Often', 'Souvent']),
    { weight: 7, clauses: ['non_compete', 'lead_registration'] },
  ),
  item(
    'complementarity.rivals',
    ['Do you work with direct competitors of the other?', 'Travaillez-vous avec des concurrents directs de l’autre ?'],
    yesNo,
    { compare: 'none', clauses: ['exclusivity', 'confidentiality'] },
  ),
  item(
    'complementarity.rivals_named',
    ['Which ones, as far as you may say?', 'Lesquels, pour autant que vous puissiez le dire ?'],
    open,
    { compare: 'none', when: { item: 'complementarity.rivals', is: ['true'] } },
  ),
  item(
    'values.refuse',
    ['What would you never do to win a sale?', 'Que ne feriez-vous jamais pour conclure une vente ?'],
    multiple({
      promise: ['Promise what is not there yet', 'Promettre ce qui n’existe pas encore'],
      discount: ['Sell at a loss', 'Vendre à perte'],
      unasked: ['Call or write unasked', 'Démarcher sans accord préalable'],
      gifts: ['Give gifts to buyers', 'Offrir des cadeaux aux acheteurs'],
      data: ['Use data without consent', 'Utiliser des données sans consentement'],
    }),
    { weight: 7, compare: 'same', clauses: ['compliance', 'personal_data'] },
  ),
  item(
    'values.quality',
    ['Under pressure, what yields first?', 'Sous pression, que lâche-t-on en premier ?'],
    single({
      date: ['The date', 'La date'],
      scope: ['The scope', 'Le périmètre'],
      price: ['The price', 'Le prix'],
      quality: ['The quality', 'La qualité'],
    }),
    { weight: 6, compare: 'same', clauses: ['decision'] },
  ),
  item(
    'values.rules',
    ['What counts more: what is written or what was said?', 'Qu’est-ce qui compte le plus : l’écrit ou la parole ?'],
    scale(['What is written', 'L’écrit'], ['What was said', 'La parole']),
    { weight: 5, clauses: ['decision', 'review'] },
  ),
  item(
    'values.environment',
    ['How much does the footprint of an order weigh in your choices?', 'L’empreinte d’une commande pèse-t-elle dans vos choix ?'],
    scale(['Not at all', 'Pas du tout'], ['It decides', 'Elle est décisive']),
    { weight: 3, clauses: ['compliance'] },
  ),
  item(
    'values.ties',
    [
      'Do you have a tie with somebody who works for the other?',
      'Avez-vous un lien avec une personne qui travaille pour l’autre ?',
    ],
    yesNo,
    {
      compare: 'none',
      clauses: ['compliance'],
      help: ['Family, shares, a former job: say it now.', 'Famille, parts sociales, ancien emploi : dites-le maintenant.'],
    },
  ),
  item('values.ties_named', ['Which tie?', 'Lequel ?'], open, {
    compare: 'none',
    when: { item: 'values.ties', is: ['true'] },
    clauses: ['compliance'],
  }),
  item(
    'capacity.time',
    ['How many days a month do you give to it?', 'Combien de jours par mois y consacrez-vous ?'],
    number('days', 0, 60, 8),
    { weight: 7, clauses: ['objectives', 'meeting'] },
  ),
  item(
    'capacity.wanted',
    ['How many new customers a month can you serve well?', 'Combien de nouveaux clients par mois pouvez-vous bien servir ?'],
    number('customers', 0, 1000, 50),
    { weight: 6, clauses: ['objectives', 'review'] },
  ),
  item(
    'capacity.training',
    [
      'How many days of training do you ask of the other’s people?',
      'Combien de jours de formation demandez-vous aux équipes de l’autre ?',
    ],
    number('days', 0, 30, 5),
    { weight: 5, compare: 'cover', mirror: 'capacity.learning', clauses: ['training'] },
  ),
  item(
    'capacity.learning',
    ['How many days of training will your people follow?', 'Combien de jours de formation vos équipes suivront-elles ?'],
    number('days', 0, 30, 5),
    { compare: 'none' },
  ),
  item(
    'capacity.payment',
    [
      'Within how many days do you need to be paid, or do you pay?',
      'Sous combien de jours devez-vous être payé, ou payez-vous ?',
    ],
    number('days', 0, 60, 30),
    { weight: 8, clauses: ['payment'] },
  ),
  item(
    'capacity.deputy',
    ['If your contact is away, is there somebody else?', 'Si votre interlocuteur est absent, y a-t-il un remplaçant ?'],
    yesNo,
    { weight: 4, compare: 'same', clauses: ['decision', 'meeting'] },
  ),
  item(
    'exit.duration',
    ['For how many months do you commit yourself at first?', 'Pour combien de mois vous engagez-vous d’abord ?'],
    number('months', 0, 60, 18),
    { weight: 8, clauses: ['duration'] },
  ),
  item(
    'exit.notice',
    ['How many months of notice are right?', 'Combien de mois de préavis sont justes ?'],
    number('months', 0, 18, 4),
    { weight: 8, clauses: ['notice', 'exit'] },
  ),
  item(
    'exit.customers',
    ['After the end, with whom do the customers stay?', 'Après la fin, à qui restent les clients ?'],
    single({
      company: ['With the company', 'À l’entreprise'],
      choice: ['As each customer chooses', 'Au choix de chaque client'],
      finder: ['With whoever brought them', 'À celui qui les a apportés'],
    }),
    { weight: 9, compare: 'same', clauses: ['exit', 'run_off', 'non_compete'] },
  ),
  item(
    'exit.run_off',
    [
      'For how many months after the end is what was brought still paid?',
      'Combien de mois après la fin les apports restent-ils rémunérés ?',
    ],
    number('months', 0, 36, 9),
    { weight: 8, clauses: ['run_off', 'payment'] },
  ),
  item(
    'exit.reason',
    ['What would make you leave at once?', 'Qu’est-ce qui vous ferait partir aussitôt ?'],
    multiple({
      unpaid: ['Not being paid', 'Un impayé'],
      rival: ['The other goes to a competitor', 'L’autre rejoint un concurrent'],
      owner: ['The other is sold', 'L’autre est racheté'],
      law: ['A breach of law', 'Une infraction à la loi'],
      results: ['No result for two quarters', 'Deux trimestres sans résultat'],
    }),
    { weight: 6, compare: 'same', clauses: ['exit', 'notice'] },
  ),
];
