import type { Item } from '../questionnaire.ts';
import { item, multiple, number, open, scale, single, yesNo } from './make-item.ts';

/** Decision-making and information: how both work from day to day. */
export const workingItems: readonly Item[] = [
  item(
    'decision.how',
    ['How are decisions that concern both made?', 'Comment prendre les décisions qui concernent les deux ?'],
    single({
      one: ['One side decides in its field', 'Chacun tranche dans son domaine'],
      consult: ['One decides after asking the other', 'L’un décide après avis de l’autre'],
      joint: ['Only together', 'Seulement à deux'],
    }),
    { weight: 8, clauses: ['decision', 'escalation'] },
  ),
  item(
    'decision.who',
    ['Who signs a commitment on your side?', 'Qui engage votre société ?'],
    single({
      contact: ['The contact person', 'L’interlocuteur'],
      manager: ['A manager', 'Un responsable'],
      head: ['The head of the company', 'La direction'],
      board: ['A board', 'Un conseil ou un comité'],
    }),
    { weight: 3, clauses: ['decision'] },
  ),
  item(
    'decision.days',
    ['How many working days does an important decision take?', 'Combien de jours ouvrés prend une décision importante ?'],
    number('workingDays', 0, 90, 20),
    { weight: 6, clauses: ['decision', 'escalation'] },
  ),
  item(
    'decision.deadlock',
    ['If both disagree, what comes first?', 'En cas de désaccord, que faire d’abord ?'],
    single({
      talk: ['The two contacts talk again', 'Les interlocuteurs se reparlent'],
      heads: ['The heads of both decide', 'Les deux directions tranchent'],
      mediator: ['A mediator helps', 'Un médiateur intervient'],
      end: ['Each goes its way', 'Chacun reprend sa route'],
    }),
    { weight: 6, clauses: ['escalation', 'mediation'] },
  ),
  item(
    'decision.customer',
    ['Who has the last word with the customer?', 'Qui a le dernier mot auprès du client ?'],
    single({
      company: ['The company', 'L’entreprise'],
      finder: ['Whoever brought the customer', 'Celui qui a apporté le client'],
      partner: ['The partner', 'Le partenaire'],
    }),
    { weight: 8, compare: 'same', clauses: ['lead_registration', 'decision'] },
  ),
  item(
    'information.wanted',
    ['Which information do you want from the other?', 'Quelles informations attendez-vous de l’autre ?'],
    multiple({
      leads: ['What became of each lead', 'Le sort de chaque piste'],
      revenue: ['Revenue per customer', 'Le chiffre d’affaires par client'],
      forecast: ['Forecasts', 'Les prévisions'],
      prices: ['Prices and margins', 'Les prix et les marges'],
      roadmap: ['What comes next in the offer', 'Les évolutions de l’offre'],
      complaints: ['Complaints of customers', 'Les réclamations des clients'],
    }),
    { weight: 8, compare: 'cover', mirror: 'information.given', clauses: ['confidentiality', 'review'] },
  ),
  item(
    'information.given',
    ['Which information are you willing to give?', 'Quelles informations êtes-vous prêt à donner ?'],
    multiple({
      leads: ['What became of each lead', 'Le sort de chaque piste'],
      revenue: ['Revenue per customer', 'Le chiffre d’affaires par client'],
      forecast: ['Forecasts', 'Les prévisions'],
      prices: ['Prices and margins', 'Les prix et les marges'],
      roadmap: ['What comes next in the offer', 'Les évolutions de l’offre'],
      complaints: ['Complaints of customers', 'Les réclamations des clients'],
    }),
    { compare: 'none' },
  ),
  item(
    'information.secret',
    ['Do you need a written duty of confidentiality?', 'Vous faut-il un engagement écrit de confidentialité ?'],
    yesNo,
    { weight: 6, compare: 'same', clauses: ['confidentiality'] },
  ),
  item(
    'information.years',
    [
      'For how many years after the end should secrets be kept?',
      'Combien d’années après la fin les secrets doivent-ils être gardés ?',
    ],
    number('years', 0, 10, 4),
    { weight: 4, clauses: ['confidentiality'], when: { item: 'information.secret', is: ['true'] } },
  ),
  item(
    'information.personal',
    ['Will you exchange data about persons?', 'Échangerez-vous des données sur des personnes ?'],
    yesNo,
    { weight: 5, compare: 'same', clauses: ['personal_data'] },
  ),
  item(
    'information.open',
    ['When something goes wrong, when do you say so?', 'Quand quelque chose tourne mal, quand le dites-vous ?'],
    scale(['Once it is solved', 'Une fois réglé'], ['At once', 'Tout de suite']),
    { weight: 6, clauses: ['escalation', 'meeting'] },
  ),
  item('information.channel', ['How do you prefer to be reached?', 'Comment préférez-vous être joint ?'], open, {
    compare: 'none',
    clauses: ['meeting'],
  }),
];
