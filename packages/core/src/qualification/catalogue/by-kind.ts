import type { PartnerKind } from '../../plan/index.ts';
import type { Item } from '../questionnaire.ts';
import { item, multiple, number, scale, single, yesNo } from './make-item.ts';

/** What is only asked of some kinds of partners. */
export const itemsByKind: Readonly<Record<PartnerKind, readonly Item[]>> = {
  affiliate: [
    item(
      'goals.channels',
      ['Where may the offer be shown?', 'Où l’offre peut-elle être présentée ?'],
      multiple({
        site: ['Sites and blogs', 'Sites et blogs'],
        social: ['Social networks', 'Réseaux sociaux'],
        mail: ['Newsletters', 'Lettres d’information'],
        search: ['Paid search', 'Annonces de recherche'],
        coupons: ['Coupon sites', 'Sites de bons de réduction'],
      }),
      { weight: 8, compare: 'same', clauses: ['compliance'] },
    ),
    item(
      'risk.brand_bidding',
      ['Is buying the brand name as a keyword acceptable?', 'L’achat du nom de la marque comme mot-clé est-il acceptable ?'],
      yesNo,
      { weight: 8, compare: 'same', clauses: ['compliance'] },
    ),
  ],
  referrer: [
    item(
      'decision.negotiate',
      ['May the referrer talk about prices with the customer?', 'L’apporteur peut-il parler prix avec le client ?'],
      single({
        no: ['No, only introduce', 'Non, il met seulement en relation'],
        list: ['Only public prices', 'Seulement les prix publics'],
        yes: ['Yes, within limits', 'Oui, dans des limites'],
      }),
      {
        weight: 9,
        clauses: ['decision', 'compliance'],
        help: [
          'Who negotiates lastingly in the other’s name may be a commercial agent in French law.',
          'Celui qui négocie durablement au nom de l’autre peut être un agent commercial en droit français.',
        ],
      },
    ),
    item(
      'exit.lead_life',
      ['For how many months does an introduction count?', 'Combien de mois vaut une mise en relation ?'],
      number('months', 1, 36, 6),
      { weight: 8, clauses: ['lead_registration', 'run_off'] },
    ),
  ],
  reseller: [
    item(
      'decision.price',
      ['Who sets the price to the final customer?', 'Qui fixe le prix au client final ?'],
      single({
        reseller: ['The reseller', 'Le revendeur'],
        advised: ['The reseller, with an advised price', 'Le revendeur, avec un prix conseillé'],
      }),
      { weight: 6, compare: 'same', clauses: ['payment'] },
    ),
    item(
      'capacity.first_line',
      ['Does the reseller answer the customer first?', 'Le revendeur répond-il en premier au client ?'],
      yesNo,
      { weight: 7, compare: 'same', clauses: ['training', 'escalation'] },
    ),
  ],
  supplier: [
    item(
      'capacity.delay',
      ['Within how many days must an order be delivered?', 'Sous combien de jours une commande doit-elle être livrée ?'],
      number('days', 0, 120, 15),
      { weight: 8, clauses: ['objectives', 'liability'] },
    ),
    item(
      'risk.second_source',
      ['Should there be a second source?', 'Faut-il une seconde source ?'],
      scale(['Not needed', 'Inutile'], ['Necessary', 'Indispensable']),
      { weight: 5, clauses: ['exclusivity', 'exit'] },
    ),
  ],
  subcontractor: [
    item(
      'information.client_knows',
      ['Does the client know of the subcontractor and accept it?', 'Le client connaît-il et agrée-t-il le sous-traitant ?'],
      yesNo,
      {
        weight: 9,
        compare: 'same',
        clauses: ['compliance', 'payment'],
        help: ['In France the law of 31 December 1975 asks for it.', 'En France, la loi du 31 décembre 1975 le demande.'],
      },
    ),
    item('capacity.chain', ['May the work be subcontracted again?', 'Le travail peut-il être sous-traité à nouveau ?'], yesNo, {
      weight: 7,
      compare: 'same',
      clauses: ['compliance', 'liability'],
    }),
  ],
  client: [
    item(
      'goals.reference',
      ['May the relationship be shown as a reference?', 'La relation peut-elle être citée en référence ?'],
      yesNo,
      { weight: 5, compare: 'same', clauses: ['confidentiality'] },
    ),
    item(
      'capacity.commitment',
      ['Which yearly volume is promised, in units?', 'Quel volume annuel est promis, en unités ?'],
      number('pieces', 0, 100_000, 5000),
      { weight: 7, clauses: ['objectives', 'payment'] },
    ),
  ],
  technology: [
    item(
      'information.interfaces',
      ['How stable must interfaces be?', 'Quelle stabilité pour les interfaces ?'],
      scale(['They may change', 'Elles peuvent changer'], ['Never without a year of notice', 'Jamais sans un an de préavis']),
      { weight: 8, clauses: ['notice', 'objectives'] },
    ),
    item(
      'capacity.incidents',
      ['Within how many hours is an incident taken up?', 'Sous combien d’heures un incident est-il pris en charge ?'],
      number('hours', 0, 72, 12),
      { weight: 8, clauses: ['escalation', 'liability'] },
    ),
  ],
};
