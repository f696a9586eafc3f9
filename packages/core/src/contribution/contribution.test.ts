import { describe, expect, test } from 'vitest';
import { allowsStep, conflictsOf, stateOfContribution, type Claimed } from './index.ts';

const deal: Claimed = { id: 'new', kind: 'deal', state: 'waiting', partnerIds: ['a'], products: null, saleEventId: null };

describe('how a contribution stands', () => {
  test('it expires when its validity ends while it is open, and not otherwise', () => {
    expect(stateOfContribution('waiting', 100, 99)).toBe('waiting');
    expect(stateOfContribution('waiting', 100, 100)).toBe('expired');
    expect(stateOfContribution('confirmed', 100, 101)).toBe('expired');
    expect(stateOfContribution('confirmed', null, 101)).toBe('confirmed');
    expect(stateOfContribution('refused', 100, 101)).toBe('refused');
    expect(stateOfContribution('withdrawn', 100, 101)).toBe('withdrawn');
  });

  test('only what waits is decided, only what is open is withdrawn', () => {
    const open = (step: 'confirm' | 'refuse' | 'withdraw') =>
      (['waiting', 'confirmed', 'refused', 'withdrawn', 'expired'] as const).filter((state) => allowsStep(state, step));
    expect(open('confirm')).toEqual(['waiting']);
    expect(open('refuse')).toEqual(['waiting']);
    expect(open('withdraw')).toEqual(['waiting', 'confirmed']);
  });
});

describe('what speaks against confirming', () => {
  const other = (more: Partial<Claimed>): Claimed => ({ ...deal, id: 'other', partnerIds: ['b'], ...more });
  const codes = (claimed: Claimed, others: Claimed[], known = false) =>
    conflictsOf(claimed, others, known).map(({ code, blocks }) => `${code}${blocks ? '!' : ''}`);

  test('another partner’s deal: told while it waits, in the way once it is confirmed, gone when it is over', () => {
    expect(codes(deal, [other({})])).toEqual(['already_registered']);
    expect(codes(deal, [other({ state: 'confirmed' })])).toEqual(['already_registered!']);
    for (const state of ['refused', 'withdrawn', 'expired'] as const) expect(codes(deal, [other({ state })])).toEqual([]);
  });

  test('deals about other products, one’s own, and other kinds do not meet', () => {
    expect(codes({ ...deal, products: ['boots'] }, [other({ products: ['tents'] })])).toEqual([]);
    expect(codes({ ...deal, products: ['boots'] }, [other({ products: ['tents', 'boots'] })])).toEqual(['already_registered']);
    expect(codes(deal, [other({ partnerIds: ['a'] }), other({ kind: 'introduction' }), deal])).toEqual([]);
    expect(codes({ ...deal, kind: 'lead' }, [other({ kind: 'introduction' })])).toEqual(['already_registered']);
    const work = { ...deal, kind: 'contribution' } as const;
    expect(codes(work, [other({ kind: 'contribution', state: 'confirmed' })], true)).toEqual([]);
  });

  test('a customer who buys already is no new one', () => {
    expect(codes(deal, [], true)).toEqual(['customer_known!']);
    expect(codes({ ...deal, kind: 'introduction' }, [], true)).toEqual(['customer_known!']);
    expect(codes({ ...deal, kind: 'agreement' }, [], true)).toEqual([]);
  });

  test('a customer, and a sale, is shared once', () => {
    const split: Claimed = { ...deal, kind: 'agreement', partnerIds: ['a', 'b'] };
    const before = other({ kind: 'agreement', state: 'confirmed', partnerIds: ['a', 'b'] });
    expect(codes(split, [before])).toEqual(['already_agreed!']);
    expect(codes({ ...split, saleEventId: 'order-1' }, [before])).toEqual([]);
    expect(codes({ ...split, saleEventId: 'order-1' }, [{ ...before, saleEventId: 'order-1' }])).toEqual(['already_agreed!']);
  });
});
