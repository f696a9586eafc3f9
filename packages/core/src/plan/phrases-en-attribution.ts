import type { AttributionPhrases } from './phrases.ts';

export const attributionEn: AttributionPhrases = {
  heading: {
    model: 'Attribution',
    window: 'Attribution window',
    coupon: 'Coupons',
    lifetime: 'Customers for life',
    selfReferral: 'The partner’s own purchases',
  },
  first: 'The event is credited to the customer’s first valid touchpoint.',
  last: 'The event is credited to the customer’s last valid touchpoint.',
  linear: 'The event is credited in equal parts to all valid touchpoints of the customer.',
  position: (first, last) =>
    `The event is credited for ${first} to the customer’s first valid touchpoint and for ${last} to the last, the rest being shared equally between the others; without others it is shared between these two in proportion to their parts, and a single touchpoint receives everything.`,
  timeDecay: (days) =>
    `The event is shared between all valid touchpoints of the customer, the more so the more recent they are: the weight of a touchpoint halves every ${days} ${days === 1 ? 'day' : 'days'}.`,
  priority: (groups) => `The event is credited to the valid touchpoints of the first of these groups that has any: ${groups}.`,
  within: {
    first: 'Within the group kept, everything goes to the first touchpoint.',
    last: 'Within the group kept, everything goes to the last touchpoint.',
    linear: 'Within the group kept, the touchpoints share the event in equal parts.',
  },
  group: (place, name, members) => `(${place}) “${name}” (${members})`,
  groupKinds: (kinds) => `partners that are ${kinds}`,
  groupVias: (vias) => `touchpoints by ${vias}`,
  groupPartners: (ids) => `partners ${ids}`,
  agreed: (shares) =>
    `Once one of these partners has a valid touchpoint with the customer, the event is shared in the agreed parts: ${shares}. The part of a partner that may no longer receive anything goes to the others in proportion to theirs; if none of them has a valid touchpoint, the event is credited to the customer’s last valid touchpoint.`,
  agreedShare: (partnerId, share) => `${share} for ${partnerId}`,
  shared: 'Where an event is shared, each partner is rewarded in proportion to its part, and the parts make exactly the whole.',
  window: (days) =>
    `A touchpoint is valid if it precedes the event by at most ${days} ${days === 1 ? 'day' : 'days'} of twenty-four hours and if the partner was active at that time and still is at the event.`,
  windowExceptions: (exceptions) => `By exception, this time is ${exceptions}.`,
  windowException: (via, days) => `${days} ${days === 1 ? 'day' : 'days'} for the origin “${via}”`,
  coupon: {
    wins: 'A partner’s coupon used on the order credits that partner with the whole sale, in preference to any other touchpoint.',
    touch: 'A partner’s coupon used on the order counts as one more touchpoint.',
    ignored: 'A coupon used on the order has no effect on attribution.',
  },
  lifetime: {
    keep_first:
      'A customer already credited to a partner remains credited to it for later purchases, even in preference to another partner’s coupon.',
    last_wins:
      'A customer already credited to a partner remains credited to it for later purchases until a more recent valid touchpoint credits them to another.',
    none: 'A customer already credited to a partner is not reserved: each purchase is credited on its own valid touchpoints alone.',
  },
  selfReferral: {
    reject: 'Purchases a partner makes for itself through its own links or codes are not rewarded.',
    allow: 'Purchases a partner makes for itself through its own links or codes are rewarded like any other.',
  },
  kind: {
    affiliate: 'affiliates',
    referrer: 'referrers',
    reseller: 'resellers',
    supplier: 'suppliers',
    subcontractor: 'subcontractors',
    client: 'clients',
    technology: 'technology partners',
  },
  via: {
    click: 'click',
    code: 'code',
    introduction: 'introduction',
    contribution: 'declared contribution',
    deal: 'registered deal',
    coupon: 'coupon',
  },
};
