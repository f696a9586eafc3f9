import { describe, expect, test } from 'vitest';
import type { AttributionModel } from '../plan/plan.ts';
import type { AttributionInput } from './attribution-input.ts';
import { attribute } from './attribute.ts';
import { CONVERSION, conversion, DAY, termsOf, touch } from './scenario.ts';
import type { ProgramSpec, TermsSpec } from './scenario.ts';

interface Seen {
  credits?: Record<string, string>;
  rejected?: Record<string, string>;
  unpaid?: string;
}

/** Credits by enrollment and rejections by touchpoint, empty parts left out. */
function seen(input: AttributionInput): Seen {
  const result = attribute(input);
  const rejections = result.attributed ? result.attribution.rejected : result.rejected;
  const rejected =
    rejections.length === 0 ? {} : { rejected: Object.fromEntries(rejections.map((r) => [r.touchpointId, r.reason])) };
  if (!result.attributed) return { unpaid: result.unpaid, ...rejected };
  return { credits: Object.fromEntries(result.attribution.credits.map((c) => [c.enrollmentId, c.share])), ...rejected };
}

function under(rules: ProgramSpec['rules'] = {}, partners: TermsSpec['partners'] = {}): Partial<AttributionInput> {
  return { terms: termsOf({ programs: [{ rules }], partners }) };
}

const three = [touch('1', 80), touch('2', 90), touch('3', 95)];
const groups = [
  { name: 'resellers', kinds: ['reseller' as const] },
  { name: 'deals and friends', via: ['deal' as const], partnerIds: ['p2'] },
];

const models: [string, AttributionModel, Seen][] = [
  ['first', { kind: 'first' }, { credits: { e1: '1/1' }, rejected: { 't90-2': 'not_first', 't95-3': 'not_first' } }],
  ['last', { kind: 'last' }, { credits: { e3: '1/1' }, rejected: { 't80-1': 'not_last', 't90-2': 'not_last' } }],
  ['linear', { kind: 'linear' }, { credits: { e1: '1/3', e2: '1/3', e3: '1/3' } }],
  ['position', { kind: 'position', first: '40%', last: '40%' }, { credits: { e1: '2/5', e2: '1/5', e3: '2/5' } }],
  [
    'position without a middle',
    { kind: 'position', first: '50%', last: '50%' },
    { credits: { e1: '1/2', e3: '1/2' }, rejected: { 't90-2': 'not_first' } },
  ],
  [
    'time decay, ages 15, 5 and 0 days',
    { kind: 'time_decay', halfLifeDays: 5 },
    { credits: { e1: '1/13', e2: '4/13', e3: '8/13' } },
  ],
  [
    'priority by kind or partner',
    { kind: 'priority', groups, within: 'last' },
    { credits: { e2: '1/1' }, rejected: { 't80-1': 'lower_priority', 't95-3': 'lower_priority' } },
  ],
  [
    'agreed, all listed partners share though one did not touch',
    {
      kind: 'agreed',
      shares: [
        { partnerId: 'p1', share: '30%' },
        { partnerId: 'p9', share: '70%' },
      ],
    },
    { credits: { e1: '3/10', e9: '7/10' }, rejected: { 't90-2': 'outside_agreement', 't95-3': 'outside_agreement' } },
  ],
  [
    'agreed without a listed touch falls back to the last',
    { kind: 'agreed', shares: [{ partnerId: 'p8', share: '100%' }] },
    { credits: { e3: '1/1' }, rejected: { 't80-1': 'not_last', 't90-2': 'not_last' } },
  ],
];

describe('models', () => {
  test.each(models)('%s', (_name, model, expected) => {
    expect(seen(conversion(three, under({ model })))).toEqual(expected);
  });

  test.each(models.filter(([name]) => !name.startsWith('priority')))('%s gives everything to an only touch', (_name, model) => {
    const shares = model.kind === 'agreed' ? [{ partnerId: 'p2', share: '40%' }] : [];
    const alone = model.kind === 'agreed' ? { ...model, shares } : model;
    expect(seen(conversion([touch('2', 90)], under({ model: alone })))).toEqual({ credits: { e2: '1/1' } });
  });

  test('position normalises the ends when there are two touches', () => {
    const model: AttributionModel = { kind: 'position', first: '40%', last: '20%' };
    expect(seen(conversion(three.slice(0, 2), under({ model })))).toEqual({ credits: { e1: '2/3', e2: '1/3' } });
  });

  test('position shares the middle equally', () => {
    const model: AttributionModel = { kind: 'position', first: '40%', last: '1/5' };
    const touches = [touch('1', 80), touch('2', 81), touch('3', 82), touch('4', 83)];
    expect(seen(conversion(touches, under({ model }))).credits).toEqual({ e1: '2/5', e2: '1/5', e3: '1/5', e4: '1/5' });
  });

  test('touches of one enrollment add up and the credit cites the latest', () => {
    const touches = [touch('1', 80), touch('2', 85), touch('1', 90, { via: 'code' })];
    const result = attribute(conversion(touches, under({ model: { kind: 'linear' } })));
    expect(result.attributed && result.attribution.credits).toEqual([
      { enrollmentId: 'e2', partnerId: 'p2', share: '1/3', via: 'click', touchpointId: 't85-2' },
      { enrollmentId: 'e1', partnerId: 'p1', share: '2/3', via: 'code', touchpointId: 't90-1' },
    ]);
  });

  test('touches of the same instant are ordered by id', () => {
    const touches = [touch('1', 90, { id: 'b' }), touch('2', 90, { id: 'a' })];
    expect(seen(conversion(touches)).credits).toEqual({ e1: '1/1' });
  });
});

describe('priority groups', () => {
  const model: AttributionModel = { kind: 'priority', groups, within: 'first' };

  test('the first group with a touch wins, by the kind held at the touch', () => {
    const found = seen(conversion(three, under({ model }, { '3': { kind: 'reseller' } })));
    expect(found.credits).toEqual({ e3: '1/1' });
  });

  test('a touch matches by what it came through; inside the group the model decides', () => {
    const touches = [touch('1', 80, { via: 'deal' }), touch('2', 90), touch('3', 95)];
    expect(seen(conversion(touches, under({ model })))).toEqual({
      credits: { e1: '1/1' },
      rejected: { 't90-2': 'not_first', 't95-3': 'lower_priority' },
    });
  });

  test('linear inside a group', () => {
    const touches = [touch('1', 80, { via: 'deal' }), touch('2', 90), touch('3', 95)];
    const linear: AttributionModel = { kind: 'priority', groups, within: 'linear' };
    expect(seen(conversion(touches, under({ model: linear }))).credits).toEqual({ e1: '1/2', e2: '1/2' });
  });

  test('nobody in any group: not attributed', () => {
    expect(seen(conversion([touch('1', 80)], under({ model })))).toEqual({
      unpaid: 'no_qualifying_touchpoint',
      rejected: { 't80-1': 'lower_priority' },
    });
  });

  test('nobody in any group: the next program is offered the conversion', () => {
    const terms = termsOf({
      programs: [
        { rules: { model }, partners: ['1'] },
        { id: 'prg_b', precedence: 1, partners: ['2'] },
      ],
    });
    expect(seen(conversion([touch('1', 80), touch('2', 90)], { terms }))).toEqual({
      credits: { e2: '1/1' },
      rejected: { 't80-1': 'lower_priority' },
    });
  });
});

describe('the agreed split', () => {
  const model: AttributionModel = {
    kind: 'agreed',
    shares: [
      { partnerId: 'p1', share: '1/2' },
      { partnerId: 'p2', share: '30%' },
      { partnerId: 'p3', share: '20%' },
    ],
  };

  test('the share of a paused partner is spread over the others in proportion', () => {
    const partners = {
      '1': {
        states: [
          [0, 'active'],
          [50, 'paused'],
        ],
      },
    } as const;
    expect(seen(conversion([touch('2', 90)], under({ model }, partners))).credits).toEqual({ e2: '3/5', e3: '2/5' });
  });

  test('a listed partner that buys itself is left out', () => {
    const input = conversion([touch('2', 90)], { ...under({ model }, { '3': { emailHashes: ['h'] } }), emailHash: 'h' });
    expect(seen(input).credits).toEqual({ e1: '5/8', e2: '3/8' });
  });

  test('a listed partner enrolled only after the fact was recorded is not seen', () => {
    const partners = { '3': { states: [[101, 'active']] } } as const;
    expect(seen(conversion([touch('2', 90)], under({ model }, partners))).credits).toEqual({ e1: '5/8', e2: '3/8' });
  });
});

describe('what disqualifies a touch', () => {
  const paused = {
    '1': {
      states: [
        [0, 'active'],
        [90, 'paused'],
      ],
    },
  } as const;
  const cases: [string, AttributionInput, string][] = [
    ['a bot', conversion([touch('1', 90, { flag: 'bot' })]), 'bot'],
    ['a repeat', conversion([touch('1', 90, { flag: 'repeat' })]), 'repeat'],
    ['a touch after the conversion', conversion([touch('1', 101)]), 'after_conversion'],
    ['one millisecond before the window', conversion([touch('1', 70, { at: 70 * DAY - 1 })]), 'outside_window'],
    [
      'a shorter window for its kind',
      conversion([touch('1', 80, { via: 'code' })], under({ windows: { code: 7 } })),
      'outside_window',
    ],
    ['an enrollment that does not exist', conversion([touch('x', 90)]), 'unknown_enrollment'],
    [
      'an enrollment not yet known when the fact was recorded',
      conversion([touch('1', 90)], under({}, { '1': { states: [[101, 'active']] } })),
      'unknown_enrollment',
    ],
    [
      'a pending partner',
      conversion(
        [touch('1', 90)],
        under(
          {},
          {
            '1': {
              states: [
                [0, 'pending'],
                [95, 'active'],
              ],
            },
          },
        ),
      ),
      'partner_not_active',
    ],
    [
      'a touch during a pause',
      conversion(
        [touch('1', 92)],
        under(
          {},
          {
            '1': {
              states: [
                [0, 'active'],
                [90, 'paused'],
                [95, 'active'],
              ],
            },
          },
        ),
      ),
      'partner_not_active',
    ],
    ['a pause since the touch', conversion([touch('1', 80)], under({}, paused)), 'partner_not_active'],
    [
      "the partner's own purchase",
      conversion([touch('1', 90)], { ...under({}, { '1': { emailHashes: ['other', 'h'] } }), emailHash: 'h' }),
      'self_referral',
    ],
    [
      'a coupon that counts for nothing',
      conversion([touch('1', 90, { via: 'coupon' })], under({ coupon: 'ignored' })),
      'coupon_ignored',
    ],
  ];

  test.each(cases)('%s', (_name, input, reason) => {
    const id = input.touches[0]?.id ?? '';
    expect(seen(input)).toEqual({ unpaid: 'no_qualifying_touchpoint', rejected: { [id]: reason } });
  });

  const accepted: [string, AttributionInput][] = [
    ['exactly at the start of the window', conversion([touch('1', 70)])],
    ['at the instant of the conversion', conversion([touch('1', 100)])],
    ['a longer window for its kind', conversion([touch('1', 20, { via: 'deal' })], under({ windows: { deal: 90 } }))],
    ['before the pause, sold before the pause', conversion([touch('1', 80)], { ...under({}, paused), at: 89 * DAY })],
    ['a pause learned only later', conversion([touch('1', 80)], { ...under({}, paused), knownAt: 89 * DAY })],
    [
      'its own purchase when the plan allows it',
      conversion([touch('1', 90)], { ...under({ selfReferral: 'allow' }, { '1': { emailHashes: ['h'] } }), emailHash: 'h' }),
    ],
  ];

  test.each(accepted)('counts: %s', (_name, input) => {
    expect(seen(input)).toEqual({ credits: { e1: '1/1' } });
  });

  test('no touchpoint at all', () => {
    expect(seen(conversion([]))).toEqual({ unpaid: 'no_touchpoint' });
  });

  test.each([
    ['not yet in force', { effectiveAt: CONVERSION + 1 }],
    ['published later', { publishedAt: CONVERSION + 1 }],
  ])('a plan %s', (_name, program) => {
    const input = conversion([touch('1', 90)], { terms: termsOf({ programs: [program] }) });
    expect(seen(input)).toEqual({ unpaid: 'no_plan_in_force', rejected: { 't90-1': 'no_plan_in_force' } });
  });
});
