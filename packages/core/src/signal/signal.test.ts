import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSignals } from './find-signals.ts';
import { wilsonPerMille } from './interval.ts';
import { signalText } from './signal-text.ts';
import { thresholds, type EarlierConversion, type SignalEvidence } from './signal.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 10 November 2026, 12:00 in Paris. */
const AT = 1_794_308_400_000;

function earlier(hoursBefore: number, more: Partial<EarlierConversion> = {}): EarlierConversion {
  return { at: AT - hoursBefore * HOUR, currency: 'EUR', amount: 1000n, isRefunded: false, ...more };
}

function evidence(more: Partial<SignalEvidence> = {}): SignalEvidence {
  return {
    at: AT,
    currency: 'EUR',
    amount: 1000n,
    since: AT - 400 * DAY,
    earlier: [earlier(100)],
    hasMore: false,
    program: { conversions: 1000, refunded: 30 },
    clicks: { inHour: 0, before: 0, hoursBefore: 720 },
    isOwnEmail: false,
    browser: { ofPartner: 0, otherCustomers: 0 },
    customer: { otherPartnerIds: [], conversions: 0 },
    ...more,
  };
}

const codes = (more: Partial<SignalEvidence>) => findSignals(evidence(more)).map(({ code }) => code);
const inFrench = (more: Partial<SignalEvidence>) =>
  findSignals(evidence(more)).map((signal) => signalText(signal, 'fr', 'Europe/Paris'));

it('an ordinary commission has none', () => {
  expect(codes({})).toEqual([]);
});

describe('refund rate', () => {
  const of = (refunded: number, all: number) =>
    Array.from({ length: all }, (_, index) => earlier(10 * (index + 10), { isRefunded: index < refunded }));

  it('is a signal when the whole interval lies above the program, from three refunds on', () => {
    expect(codes({ earlier: of(5, 20) })).toEqual(['refund_rate']);
    expect(codes({ earlier: of(2, 3) })).toEqual([]);
    expect(codes({ earlier: of(5, 20), program: { conversions: 100, refunded: 20 } })).toEqual([]);
    expect(codes({ earlier: of(5, 20).map((each) => ({ ...each, at: each.at - 91 * DAY })) })).toEqual([]);
  });

  it('tells both rates, the counts behind them and the interval', () => {
    expect(inFrench({ earlier: of(5, 20) })).toEqual([
      'Remboursements : 5 de ses 20 ventes ou prospects des 90 jours précédents (25 %, entre 11,1 % et 46,9 % avec 95 % de confiance), contre 3 % pour le programme à ce jour (30 sur 1000). Seuil : tout l’intervalle au-dessus du programme, à partir de 3 remboursements.',
    ]);
  });
});

describe('self-referral', () => {
  it('is seen by e-mail address first, then by the browser', () => {
    expect(findSignals(evidence({ isOwnEmail: true, browser: { ofPartner: 1, otherCustomers: 5 } }))).toEqual([
      { code: 'self_referral', how: 'email', conversions: 1 },
    ]);
    expect(findSignals(evidence({ browser: { ofPartner: 1, otherCustomers: 0 } }))).toMatchObject([
      { how: 'browser_of_partner' },
    ]);
    expect(findSignals(evidence({ browser: { ofPartner: 0, otherCustomers: 2 } }))).toMatchObject([{ how: 'browser_of_many' }]);
    expect(codes({ browser: { ofPartner: 0, otherCustomers: 1 } })).toEqual([]);
  });
});

describe('a burst', () => {
  it('of clicks is many in the hour, and many more than usual', () => {
    expect(codes({ clicks: { inHour: 20, before: 1440, hoursBefore: 720 } })).toEqual(['burst']);
    expect(codes({ clicks: { inHour: 20, before: 1441, hoursBefore: 720 } })).toEqual([]);
    expect(codes({ clicks: { inHour: 19, before: 0, hoursBefore: 720 } })).toEqual([]);
  });

  it('of conversions counts this one', () => {
    const four = [0.1, 0.2, 0.3, 0.4].map((hours) => earlier(hours));
    expect(findSignals(evidence({ earlier: [...four, earlier(100)] }))).toEqual([
      { code: 'burst', what: 'conversions', inHour: 5, before: 1, hoursBefore: 720 },
    ]);
    expect(codes({ earlier: four.slice(1) })).toEqual([]);
  });

  it('takes what was seen for usual where more lies further back', () => {
    const busy = Array.from({ length: 100 }, (_, index) => earlier(0.1 + index * 0.05));
    expect(codes({ earlier: busy, hasMore: true })).toEqual([]);
  });
});

describe('a first sale', () => {
  it('is a signal of a partner that joined lately', () => {
    expect(codes({ earlier: [], since: AT - 10 * DAY })).toEqual(['first_sale']);
    expect(codes({ earlier: [] })).toEqual([]);
    expect(codes({ since: AT - 10 * DAY })).toEqual([]);
    expect(inFrench({ earlier: [], since: AT - 10 * DAY })).toEqual([
      'Première vente d’un partenaire qui a rejoint le programme le 31 octobre 2026. Seuil : inscrit depuis 90 jours au plus.',
    ]);
  });
});

describe('an unusual amount', () => {
  it('is five times the median of at least five', () => {
    const usual = [1, 2, 3, 4, 5].map((day) => earlier(day * 24, { amount: BigInt(day) * 100n }));
    expect(codes({ earlier: usual, amount: 1500n })).toEqual(['unusual_amount']);
    expect(codes({ earlier: usual, amount: 1499n })).toEqual([]);
    expect(codes({ earlier: usual.slice(1), amount: 9999n })).toEqual([]);
    expect(codes({ earlier: usual, amount: 9999n, currency: 'USD' })).toEqual([]);
  });
});

it('a customer of several partners is one', () => {
  expect(inFrench({ customer: { otherPartnerIds: ['p'], conversions: 2 } })).toEqual([
    'Ce client a aussi été attribué à un autre partenaire pour 2 autres achats en 90 jours. Seuil : un autre partenaire.',
  ]);
});

it('the interval holds the rate, narrows with more trials and is that of Wilson', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, part) => {
      const hits = Math.floor(part * trials);
      const { from, to } = wilsonPerMille(hits, trials);
      const z2 = 3.8416;
      const spread = Math.sqrt(z2 * (z2 + (4 * hits * (trials - hits)) / trials));
      const bounds = [-1, 1].map((side) => (1000 * (2 * hits + z2 + side * spread)) / (2 * (trials + z2)));
      expect(from).toBeGreaterThan((bounds[0] ?? 0) - 1.01);
      expect(from).toBeLessThanOrEqual((bounds[0] ?? 0) + 1e-6);
      expect(to).toBeLessThan((bounds[1] ?? 0) + 1.01);
      expect(to).toBeGreaterThanOrEqual(Math.min(1000, bounds[1] ?? 0) - 1e-6);
      expect(from * trials).toBeLessThanOrEqual(hits * 1000);
      expect(to * trials).toBeGreaterThanOrEqual(hits * 1000);
    }),
  );
});

it('every signal reads as whole sentences in both languages', () => {
  const everything = evidence({
    earlier: Array.from({ length: 12 }, (_, index) => earlier(index / 20, { isRefunded: true })),
    amount: 100_000n,
    clicks: { inHour: 50, before: 1, hoursBefore: 720 },
    browser: { ofPartner: 1, otherCustomers: 9 },
    customer: { otherPartnerIds: ['p', 'q'], conversions: 1 },
  });
  const signals = findSignals(everything);
  expect(new Set(signals.map(({ code }) => code))).toEqual(
    new Set(['self_referral', 'refund_rate', 'burst', 'unusual_amount', 'shared_customer']),
  );
  for (const language of ['fr', 'en'] as const) {
    for (const signal of [...signals, ...findSignals(evidence({ earlier: [], since: AT }))]) {
      const text = signalText(signal, language, 'Europe/Paris');
      expect(text).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text).toMatch(language === 'fr' ? /Seuil :/ : /Threshold:/);
    }
  }
  expect(thresholds.burst).toBeGreaterThan(1);
});
