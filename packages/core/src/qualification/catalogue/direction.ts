import type { Item } from '../questionnaire.ts';
import { item, multiple, number, open, scale, single } from './make-item.ts';

/** Goals, pace and risk: where both want to go, how fast, and what they put at stake. */
export const directionItems: readonly Item[] = [
  item(
    'goals.first',
    ['What should this partnership bring you first?', 'Que doit vous apporter ce partenariat en premier ?'],
    single({
      revenue: ['Revenue', 'Du chiffre d’affaires'],
      reach: ['New customers or a new market', 'De nouveaux clients ou un nouveau marché'],
      offer: ['A more complete offer', 'Une offre plus complète'],
      reputation: ['Reputation', 'De la notoriété'],
      knowledge: ['Know-how', 'Du savoir-faire'],
    }),
    { weight: 8, compare: 'same', clauses: ['objectives', 'review'] },
  ),
  item(
    'goals.horizon',
    ['After how many months should it have paid off?', 'Au bout de combien de mois doit-il être rentable ?'],
    number('months', 1, 60, 12),
    { weight: 7, clauses: ['objectives', 'duration'] },
  ),
  item(
    'goals.volume',
    ['What share of your yearly revenue may it become?', 'Quelle part de votre chiffre d’affaires annuel peut-il représenter ?'],
    number('percent', 0, 100, 30),
    {
      weight: 5,
      clauses: ['objectives', 'notice'],
      help: [
        'A large share makes one depend on the other: the notice should then be longer.',
        'Une part élevée crée une dépendance : le préavis devrait alors être plus long.',
      ],
    },
  ),
  item(
    'goals.customers',
    ['Which customers do you aim at?', 'Quels clients visez-vous ?'],
    multiple({
      private: ['Private persons', 'Particuliers'],
      small: ['Small businesses', 'TPE et indépendants'],
      medium: ['Medium-sized businesses', 'PME et ETI'],
      large: ['Large companies', 'Grands comptes'],
      public: ['Public bodies', 'Secteur public'],
    }),
    { weight: 7, compare: 'same', clauses: ['objectives', 'exclusivity'] },
  ),
  item(
    'goals.exclusivity',
    ['How exclusive should it be?', 'Quel degré d’exclusivité souhaitez-vous ?'],
    single({
      none: ['Not at all', 'Aucune'],
      named: ['For some named customers', 'Pour quelques clients nommés'],
      segment: ['For a segment or a territory', 'Pour un segment ou un territoire'],
      full: ['Entirely', 'Totale'],
    }),
    { weight: 9, clauses: ['exclusivity', 'non_compete'] },
  ),
  item(
    'goals.success',
    ['In one year, what would make you say it went well?', 'Dans un an, à quoi verrez-vous que c’est une réussite ?'],
    open,
    {
      compare: 'none',
      clauses: ['objectives'],
    },
  ),
  item(
    'pace.start',
    ['Within how many weeks do you want to start?', 'Sous combien de semaines voulez-vous démarrer ?'],
    number('weeks', 0, 52, 12),
    { weight: 5, clauses: ['duration'] },
  ),
  item(
    'pace.answer',
    ['Within how many working days do you answer a question?', 'Sous combien de jours ouvrés répondez-vous à une question ?'],
    number('workingDays', 0, 20, 5),
    { weight: 6, clauses: ['escalation', 'meeting'] },
  ),
  item(
    'pace.meeting',
    ['How often should both meet?', 'À quel rythme faut-il se voir ?'],
    single({
      weekly: ['Each week', 'Chaque semaine'],
      monthly: ['Each month', 'Chaque mois'],
      quarterly: ['Each quarter', 'Chaque trimestre'],
      yearly: ['Once a year', 'Une fois par an'],
      asked: ['When needed', 'Au besoin'],
    }),
    { weight: 5, clauses: ['meeting', 'review'] },
  ),
  item(
    'pace.change',
    ['How much do plans change once they are made?', 'Une fois les plans faits, changent-ils ?'],
    scale(['They are kept', 'Ils sont tenus'], ['They change as we learn', 'Ils évoluent au fil des enseignements']),
    { weight: 4, clauses: ['review'] },
  ),
  item(
    'pace.growth',
    ['Do you prefer fast growth or steady growth?', 'Préférez-vous une croissance rapide ou régulière ?'],
    scale(['Steady', 'Régulière'], ['As fast as possible', 'La plus rapide possible']),
    { weight: 6, clauses: ['objectives'] },
  ),
  item(
    'risk.appetite',
    ['How much may you lose before the first result?', 'Que pouvez-vous perdre avant le premier résultat ?'],
    scale(['Nothing', 'Rien'], ['A year of effort', 'Une année d’efforts']),
    { weight: 6, clauses: ['liability', 'exit'] },
  ),
  item(
    'risk.money',
    ['Who should carry the costs of the start?', 'Qui doit porter les coûts de lancement ?'],
    single({
      company: ['The company', 'L’entreprise'],
      shared: ['Both, in agreed parts', 'Les deux, selon une clé convenue'],
      own: ['Each its own', 'Chacun les siens'],
      partner: ['The partner', 'Le partenaire'],
    }),
    { weight: 8, compare: 'same', clauses: ['payment', 'liability'] },
  ),
  item(
    'risk.dependence',
    [
      'Could you go on if this partnership ended in three months?',
      'Pourriez-vous continuer si ce partenariat cessait dans trois mois ?',
    ],
    scale(['Hardly', 'Difficilement'], ['Without trouble', 'Sans difficulté']),
    { weight: 5, clauses: ['notice', 'exit'] },
  ),
  item(
    'risk.insured',
    [
      'Are you insured for what you do for the other’s customers?',
      'Êtes-vous assuré pour ce que vous faites chez les clients de l’autre ?',
    ],
    { kind: 'yes_no' },
    { weight: 6, compare: 'same', clauses: ['liability', 'compliance'] },
  ),
  item(
    'risk.brand',
    ['May the other speak in your name?', 'L’autre peut-il parler en votre nom ?'],
    single({
      never: ['Never', 'Jamais'],
      approved: ['With texts we approved', 'Avec des textes approuvés'],
      free: ['Freely, within a guide', 'Librement, selon une charte de marque'],
    }),
    { weight: 7, clauses: ['compliance', 'liability'] },
  ),
];
