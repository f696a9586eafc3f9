import { describe, expect, test } from 'vitest';
import type { AttributionRules } from '../plan/plan.ts';
import type { AttributionInput, KeptAttribution } from './attribution-input.ts';
import { attribute } from './attribute.ts';
import { conversion, DAY, termsOf, touch } from './scenario.ts';
import type { PartnerSpec } from './scenario.ts';

function credited(input: AttributionInput): Record<string, string> | string {
  const result = attribute(input);
  if (!result.attributed) return result.unpaid;
  return Object.fromEntries(result.attribution.credits.map((credit) => [credit.enrollmentId, `${credit.share} ${credit.via}`]));
}

function reasons(input: AttributionInput): Record<string, string> {
  const result = attribute(input);
  const rejected = result.attributed ? result.attribution.rejected : result.rejected;
  return Object.fromEntries(rejected.map(({ touchpointId, reason }) => [touchpointId, reason]));
}

function under(rules: Partial<AttributionRules>, partners: Record<string, PartnerSpec> = {}): Partial<AttributionInput> {
  return { terms: termsOf({ programs: [{ rules }], partners }) };
}

describe('a coupon on the order', () => {
  const coupon = touch('1', 100, { id: 'coupon', via: 'coupon' });
  const touches = [touch('2', 90), coupon, touch('3', 100, { id: 'later' })];

  test('wins over everything', () => {
    const input = conversion(touches, { ...under({ coupon: 'wins', model: { kind: 'linear' } }), ownCoupon: coupon });
    expect(credited(input)).toEqual({ e1: '1/1 coupon' });
    expect(reasons(input)).toEqual({ 't90-2': 'coupon_took_precedence', later: 'coupon_took_precedence' });
  });

  test('is one more touch', () => {
    const input = conversion(touches, { ...under({ coupon: 'touch', model: { kind: 'linear' } }), ownCoupon: coupon });
    expect(credited(input)).toEqual({ e1: '1/3 coupon', e2: '1/3 click', e3: '1/3 click' });
  });

  test('counts for nothing', () => {
    const input = conversion(touches, { ...under({ coupon: 'ignored' }), ownCoupon: coupon });
    expect(credited(input)).toEqual({ e3: '1/1 click' });
    expect(reasons(input)).toEqual({ 't90-2': 'not_last', coupon: 'coupon_ignored' });
  });

  test('does not win when it does not qualify', () => {
    const input = conversion(touches, {
      ...under({ coupon: 'wins' }, { '1': { states: [[0, 'paused']] } }),
      ownCoupon: coupon,
    });
    expect(credited(input)).toEqual({ e3: '1/1 click' });
  });

  test('of an earlier order has no precedence', () => {
    const old = touch('1', 80, { via: 'coupon' });
    expect(credited(conversion([old, touch('2', 90)], under({ coupon: 'wins' })))).toEqual({ e2: '1/1 click' });
  });
});

describe('several programs', () => {
  const terms = termsOf({
    programs: [
      { id: 'prg_b', precedence: 1, partners: ['1'], rules: { coupon: 'wins' } },
      { id: 'prg_c', precedence: 0, partners: ['2'], rules: { windowDays: 5 } },
      { id: 'prg_a', precedence: 1, partners: ['3'] },
    ],
  });

  test('the precedence in force at the conversion decides, as it was known then', () => {
    const spec = { id: 'prg_a', precedence: 1, partners: ['1'], later: [[90, 3]] } as const;
    const dated = termsOf({ programs: [spec, { id: 'prg_b', precedence: 2, partners: ['2'] }] });
    const touches = [touch('1', 80), touch('2', 81)];
    const on = (day: number, known: number) =>
      credited(conversion(touches, { terms: dated, at: day * DAY, knownAt: known * DAY }));
    expect(on(89, 89)).toEqual({ e1: '1/1 click' });
    expect(on(90, 90)).toEqual({ e2: '1/1 click' });
    expect(on(89, 95)).toEqual({ e1: '1/1 click' });
    expect(on(95, 85)).toEqual({ e1: '1/1 click' });
  });

  test('the lowest precedence with a qualifying touch takes it', () => {
    const input = conversion([touch('1', 99), touch('2', 96), touch('3', 98)], { terms });
    expect(credited(input)).toEqual({ e2: '1/1 click' });
    expect(reasons(input)).toEqual({ 't98-3': 'other_program', 't99-1': 'other_program' });
  });

  test('then the lowest id; touches that do not qualify keep their own reason', () => {
    const input = conversion([touch('1', 99), touch('2', 80), touch('3', 98)], { terms });
    expect(credited(input)).toEqual({ e3: '1/1 click' });
    expect(reasons(input)).toEqual({ 't80-2': 'outside_window', 't99-1': 'other_program' });
  });

  test('a coupon wins inside its program only', () => {
    const coupon = touch('1', 100, { via: 'coupon' });
    expect(credited(conversion([coupon, touch('2', 96)], { terms, ownCoupon: coupon }))).toEqual({ e2: '1/1 click' });
  });

  test('a kept customer counts like a qualifying touch', () => {
    const keeping = termsOf({
      programs: [
        { id: 'prg_a', precedence: 0, partners: ['1'], rules: { lifetime: 'keep_first' } },
        { id: 'prg_b', precedence: 1, partners: ['2'] },
      ],
    });
    const kept = keptBy('1');
    expect(credited(conversion([touch('2', 96)], { terms: keeping, kept }))).toEqual({ e1: '1/1 lifetime' });
    expect(reasons(conversion([touch('2', 96)], { terms: keeping, kept }))).toEqual({ 't96-2': 'other_program' });
  });
});

function keptBy(...names: string[]): KeptAttribution {
  const share = `1/${names.length}`;
  return {
    programId: 'prg_a',
    since: 85 * DAY,
    credits: names.map((name) => ({ enrollmentId: `e${name}`, partnerId: `p${name}`, share })),
  };
}

describe('lifetime customers', () => {
  const touches = [touch('1', 80), touch('2', 90)];

  test('keep_first: the first partner keeps the customer, even against a coupon that wins', () => {
    const coupon = touch('3', 100, { via: 'coupon' });
    const input = conversion([...touches, coupon], {
      ...under({ lifetime: 'keep_first', coupon: 'wins' }),
      kept: keptBy('1'),
      ownCoupon: coupon,
    });
    expect(credited(input)).toEqual({ e1: '1/1 lifetime' });
    expect(Object.values(reasons(input))).toEqual(Array(3).fill('customer_already_kept'));
    const result = attribute(input);
    expect(result.attributed && result.attribution.credits[0]?.touchpointId).toBeNull();
  });

  test('keep_first without any touch', () => {
    expect(credited(conversion([], { ...under({ lifetime: 'keep_first' }), kept: keptBy('1', '2') }))).toEqual({
      e1: '1/2 lifetime',
      e2: '1/2 lifetime',
    });
  });

  test('keep_first: a kept partner that was paused loses its part to the others', () => {
    const partners: Record<string, PartnerSpec> = {
      '1': {
        states: [
          [0, 'active'],
          [95, 'paused'],
        ],
      },
    };
    const kept = keptBy('1', '2', '3');
    expect(credited(conversion([], { ...under({ lifetime: 'keep_first' }, partners), kept }))).toEqual({
      e2: '1/2 lifetime',
      e3: '1/2 lifetime',
    });
  });

  test('keep_first: when nobody kept may earn, the touches decide', () => {
    const partners: Record<string, PartnerSpec> = {
      '1': {
        states: [
          [0, 'active'],
          [95, 'ended'],
        ],
      },
    };
    const input = conversion(touches, { ...under({ lifetime: 'keep_first' }, partners), kept: keptBy('1') });
    expect(credited(input)).toEqual({ e2: '1/1 click' });
  });

  test('keep_first: the customer that became the kept partner is not paid for itself', () => {
    const rules = under({ lifetime: 'keep_first' }, { '1': { emailHashes: ['h'] } });
    expect(credited(conversion([], { ...rules, kept: keptBy('1'), emailHash: 'h' }))).toBe('no_touchpoint');
  });

  test('last_wins: a newer touch takes the customer', () => {
    const input = conversion(touches, { ...under({ lifetime: 'last_wins' }), kept: keptBy('1') });
    expect(credited(input)).toEqual({ e2: '1/1 click' });
    expect(reasons(input)).toEqual({ 't80-1': 'customer_already_kept' });
  });

  test('last_wins: without a newer touch the customer stays', () => {
    const input = conversion([touch('2', 84)], { ...under({ lifetime: 'last_wins' }), kept: keptBy('1') });
    expect(credited(input)).toEqual({ e1: '1/1 lifetime' });
    expect(reasons(input)).toEqual({ 't84-2': 'customer_already_kept' });
  });

  test('none: only touches count', () => {
    expect(credited(conversion([touch('2', 84)], { ...under({ lifetime: 'none' }), kept: keptBy('1') }))).toEqual({
      e2: '1/1 click',
    });
    expect(credited(conversion([], { ...under({ lifetime: 'none' }), kept: keptBy('1') }))).toBe('no_touchpoint');
  });
});
