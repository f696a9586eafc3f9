import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Touchpoint } from '../counting/fact.ts';
import type { EnrollmentState } from '../counting/terms.ts';
import { addRates, ONE_RATE, parseRate, ZERO_RATE } from '../money/index.ts';
import type { AttributionModel, AttributionRules, PartnerKind, Via } from '../plan/plan.ts';
import type { AttributionInput, AttributionResult } from './attribution-input.ts';
import { attribute } from './attribute.ts';
import type { Credit, Rejection } from './credit.ts';
import { conversion, DAY, termsOf, touch } from './scenario.ts';
import type { PartnerSpec } from './scenario.ts';

const names = ['1', '2', '3', '4', '5'];
const name = fc.constantFrom(...names);
const percent = fc.integer({ min: 0, max: 50 }).map((value) => `${value}%`);
const within = fc.constantFrom('first' as const, 'last' as const, 'linear' as const);

const group = fc.record(
  {
    name: fc.constant('group'),
    kinds: fc.constant<PartnerKind[]>(['reseller']),
    via: fc.constant<Via[]>(['deal']),
    partnerIds: fc.array(name.map((partner) => `p${partner}`)),
  },
  { requiredKeys: ['name'] },
);

const model: fc.Arbitrary<AttributionModel> = fc.oneof(
  fc.constantFrom<AttributionModel>({ kind: 'first' }, { kind: 'last' }, { kind: 'linear' }),
  fc.record({ kind: fc.constant('position' as const), first: percent, last: percent }),
  fc.record({ kind: fc.constant('time_decay' as const), halfLifeDays: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('priority' as const), groups: fc.array(group, { maxLength: 3 }), within }),
  fc.record({
    kind: fc.constant('agreed' as const),
    shares: fc.uniqueArray(fc.record({ partnerId: name.map((partner) => `p${partner}`), share: percent }), {
      selector: (party) => party.partnerId,
    }),
  }),
);

const rules: fc.Arbitrary<AttributionRules> = fc.record({
  model,
  windowDays: fc.integer({ min: 0, max: 60 }),
  coupon: fc.constantFrom('wins', 'touch', 'ignored'),
  lifetime: fc.constantFrom('keep_first', 'last_wins', 'none'),
  selfReferral: fc.constantFrom('reject', 'allow'),
});

const partner: fc.Arbitrary<PartnerSpec> = fc.record({
  states: fc
    .array(fc.tuple(fc.integer({ min: 0, max: 110 }), fc.constantFrom<EnrollmentState>('active', 'paused', 'active', 'ended')), {
      maxLength: 2,
    })
    .map((changes) => [[0, 'active'] as const, ...changes.toSorted(([a], [b]) => a - b)]),
  kind: fc.constantFrom('affiliate', 'reseller'),
  emailHashes: fc.constantFrom([], [], ['buyer']),
});

const touches: fc.Arbitrary<Touchpoint[]> = fc
  .array(
    fc.record({
      partner: fc.constantFrom(...names, 'unknown'),
      day: fc.integer({ min: 40, max: 101 }),
      via: fc.constantFrom('click' as const, 'coupon' as const, 'deal' as const),
      flag: fc.constantFrom(null, null, null, 'bot' as const),
    }),
    { maxLength: 7 },
  )
  .map((list) => list.map(({ partner: who, day, via, flag }, index) => touch(who, day, { id: `t${index}`, via, flag })));

const input: fc.Arbitrary<AttributionInput> = fc
  .record({
    first: rules,
    second: rules,
    split: fc.integer({ min: 0, max: names.length }),
    partners: fc.tuple(partner, partner, partner, partner, partner),
    touches,
    hasCoupon: fc.boolean(),
    kept: fc.option(fc.subarray(names, { minLength: 1 })),
    emailHash: fc.constantFrom(null, 'buyer'),
  })
  .map(({ split, partners, kept, hasCoupon, ...spec }) => {
    const terms = termsOf({
      programs: [
        { id: 'prg_a', rules: spec.first, partners: names.slice(0, split) },
        { id: 'prg_b', precedence: 1, rules: spec.second, partners: names.slice(split) },
      ],
      partners: Object.fromEntries(partners.map((each, index) => [names[index] ?? '', each])),
    });
    const credits = (kept ?? []).map((who) => ({
      enrollmentId: `e${who}`,
      partnerId: `p${who}`,
      share: `1/${kept?.length ?? 1}`,
    }));
    const ownCoupon = hasCoupon ? (spec.touches.find(({ via }) => via === 'coupon') ?? null) : null;
    const keptBy = kept === null ? null : { programId: split === 0 ? 'prg_b' : 'prg_a', since: 70 * DAY, credits };
    return conversion(spec.touches, { terms, kept: keptBy, ownCoupon, emailHash: spec.emailHash });
  });

function creditsOf(result: AttributionResult): readonly Credit[] {
  return result.attributed ? result.attribution.credits : [];
}

function rejectedOf(result: AttributionResult): readonly Rejection[] {
  return result.attributed ? result.attribution.rejected : result.rejected;
}

test('shares sum to exactly one, are above zero, and name each enrollment of one program once', () => {
  fc.assert(
    fc.property(input, (given) => {
      const result = attribute(given);
      if (!result.attributed) return;
      const rates = result.attribution.credits.map(({ share }) => parseRate(share) ?? ZERO_RATE);
      expect(rates.reduce(addRates, ZERO_RATE)).toEqual(ONE_RATE);
      expect(rates.every(({ numerator }) => numerator > 0n)).toBe(true);
      const ids = result.attribution.credits.map(({ enrollmentId }) => enrollmentId);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('does not depend on the order of arrival', () => {
  const shuffled = input.chain((given) =>
    fc.record({ given: fc.constant(given), order: fc.shuffledSubarray([...given.touches], { minLength: given.touches.length }) }),
  );
  fc.assert(
    fc.property(shuffled, ({ given, order }) => {
      expect(attribute({ ...given, touches: order })).toEqual(attribute(given));
    }),
  );
});

test('every touch is credited or rejected, never both, never twice', () => {
  fc.assert(
    fc.property(input, (given) => {
      const result = attribute(given);
      const rejected = rejectedOf(result).map(({ touchpointId }) => touchpointId);
      expect(new Set(rejected).size).toBe(rejected.length);
      const credits = creditsOf(result);
      for (const credit of credits) expect(rejected).not.toContain(credit.touchpointId);
      const earning = new Set(credits.map(({ enrollmentId }) => enrollmentId));
      for (const { id, enrollmentId } of given.touches) {
        expect(rejected.includes(id) || earning.has(enrollmentId)).toBe(true);
      }
      if (!result.attributed) expect(rejected.length).toBe(given.touches.length);
    }),
  );
});

test('a touch that does not qualify changes no credit', () => {
  const stray = fc.record({ who: name, day: fc.integer({ min: 40, max: 110 }) });
  fc.assert(
    fc.property(input, stray, (given, { who, day }) => {
      const added = touch(who, day, { id: 'stray', flag: day > 100 ? null : 'repeat' });
      const before = attribute(given);
      const after = attribute({ ...given, touches: [...given.touches, added] });
      expect(creditsOf(after)).toEqual(creditsOf(before));
    }),
  );
});

test('a wider window never excludes a touch', () => {
  fc.assert(
    fc.property(rules, touches, fc.integer({ min: 1, max: 30 }), (narrow, given, more) => {
      const outside = (windowDays: number): string[] => {
        const terms = termsOf({ programs: [{ rules: { ...narrow, windowDays } }] });
        const rejected = rejectedOf(attribute(conversion(given, { terms })));
        return rejected.filter(({ reason }) => reason === 'outside_window').map(({ touchpointId }) => touchpointId);
      };
      expect(outside(narrow.windowDays)).toEqual(expect.arrayContaining(outside(narrow.windowDays + more)));
    }),
  );
});

test('a paused partner earns nothing from then on', () => {
  fc.assert(
    fc.property(rules, touches, fc.integer({ min: 40, max: 100 }), (some, given, day) => {
      const partners: Record<string, PartnerSpec> = {
        '1': {
          states: [
            [0, 'active'],
            [day, 'paused'],
          ],
        },
      };
      const terms = termsOf({ programs: [{ rules: some }], partners });
      const credits = creditsOf(attribute(conversion(given, { terms })));
      expect(credits.map(({ enrollmentId }) => enrollmentId)).not.toContain('e1');
    }),
  );
});

test('nothing learned after the fact was recorded is seen', () => {
  fc.assert(
    fc.property(rules, touches, partner, (some, given, later) => {
      const shifted = (later.states ?? []).map(([day, state]) => [day + 101, state] as const);
      const before = termsOf({ programs: [{ rules: some, partners: ['2', '3'] }] });
      const after = termsOf({
        programs: [{ rules: some, partners: ['1', '2', '3'] }],
        partners: { '1': { ...later, states: shifted } },
      });
      expect(attribute(conversion(given, { terms: after }))).toEqual(attribute(conversion(given, { terms: before })));
    }),
  );
});
