import type { AttributionPhrases } from './phrases.ts';

export const attributionFr: AttributionPhrases = {
  heading: {
    model: 'Attribution',
    window: 'Fenêtre d’attribution',
    coupon: 'Coupons',
    lifetime: 'Clients acquis',
    selfReferral: 'Achats du partenaire',
  },
  first: 'L’événement est attribué au premier point de contact valable du client.',
  last: 'L’événement est attribué au dernier point de contact valable du client.',
  linear: 'L’événement est attribué à parts égales à tous les points de contact valables du client.',
  position: (first, last) =>
    `L’événement est attribué pour ${first} au premier point de contact valable du client et pour ${last} au dernier, le reste étant partagé également entre les autres ; sans autres, il l’est entre ces deux-là en proportion de leurs parts, et un point de contact unique reçoit tout.`,
  timeDecay: (days) =>
    `L’événement est partagé entre tous les points de contact valables du client, d’autant plus qu’ils sont récents : le poids d’un contact diminue de moitié tous les ${days} jours.`,
  priority: (groups) =>
    `L’événement est attribué aux points de contact valables du premier de ces groupes qui en compte : ${groups}.`,
  within: {
    first: 'Dans le groupe retenu, tout revient au premier point de contact.',
    last: 'Dans le groupe retenu, tout revient au dernier point de contact.',
    linear: 'Dans le groupe retenu, les points de contact se partagent l’événement à parts égales.',
  },
  group: (place, name, members) => `${place}° « ${name} » (${members})`,
  groupKinds: (kinds) => `partenaires de nature ${kinds}`,
  groupVias: (vias) => `contacts d’origine ${vias}`,
  groupPartners: (ids) => `partenaires ${ids}`,
  agreed: (shares) =>
    `Dès qu’un de ces partenaires a un point de contact valable avec le client, l’événement est partagé selon les parts convenues : ${shares}. La part d’un partenaire qui ne peut plus rien recevoir revient aux autres en proportion des leurs ; si aucun d’eux n’a de point de contact valable, l’événement est attribué au dernier point de contact valable du client.`,
  agreedShare: (partnerId, share) => `${share} pour ${partnerId}`,
  shared:
    'Lorsqu’un événement est partagé, chaque partenaire est rémunéré en proportion de sa part, et les parts font exactement le tout.',
  window: (days) =>
    `Un point de contact est valable s’il précède l’événement de ${days} ${days === 1 ? 'jour' : 'jours'} de vingt-quatre heures au plus et si le partenaire était actif à ce moment et l’est encore à l’événement.`,
  windowExceptions: (exceptions) => `Par exception, ce délai est de ${exceptions}.`,
  windowException: (via, days) => `${days} ${days === 1 ? 'jour' : 'jours'} pour l’origine « ${via} »`,
  coupon: {
    wins: 'Le coupon d’un partenaire utilisé sur la commande lui attribue toute la vente, par préférence à tout autre point de contact.',
    touch: 'Le coupon d’un partenaire utilisé sur la commande compte comme un point de contact de plus.',
    ignored: 'Un coupon utilisé sur la commande n’a pas d’effet sur l’attribution.',
  },
  lifetime: {
    keep_first:
      'Un client déjà attribué à un partenaire lui reste attribué pour ses achats suivants, même par préférence au coupon d’un autre partenaire.',
    last_wins:
      'Un client déjà attribué à un partenaire lui reste attribué pour ses achats suivants, jusqu’à ce qu’un point de contact valable plus récent les attribue à un autre.',
    none: 'Un client déjà attribué à un partenaire n’est pas réservé : chaque achat est attribué sur ses seuls points de contact valables.',
  },
  selfReferral: {
    reject: 'Les achats qu’un partenaire fait pour lui-même par ses propres liens ou codes ne sont pas rémunérés.',
    allow: 'Les achats qu’un partenaire fait pour lui-même par ses propres liens ou codes sont rémunérés comme les autres.',
  },
  kind: {
    affiliate: 'affilié',
    referrer: 'apporteur d’affaires',
    reseller: 'revendeur',
    supplier: 'fournisseur',
    subcontractor: 'sous-traitant',
    client: 'client',
    technology: 'partenaire technologique',
  },
  via: {
    click: 'clic',
    code: 'code',
    introduction: 'mise en relation',
    contribution: 'contribution déclarée',
    deal: 'affaire enregistrée',
    coupon: 'coupon',
  },
};
