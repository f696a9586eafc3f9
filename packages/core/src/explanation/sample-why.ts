import type { Commission, Decision } from '../counting/outcome.ts';
import type { CitedCommission, NamedCommission, NamedTouch, WhyInput } from './why-input.ts';

// Builders for tests: a sale of 3 March 2026, 14:05 in Paris.

export const SALE_AT = 1_772_543_100_000;
const DAY = 86_400_000;

export const decision: Decision = {
  factSeq: 7n,
  programId: 'prg_a',
  planVersionId: 'pv_3',
  model: 'last',
  credits: [{ enrollmentId: 'enr_a', partnerId: 'prt_a', share: '1/1', via: 'click', touchpointId: 't2' }],
  rejected: [],
  verdicts: [],
  unpaid: null,
  inputs: {},
};

export function why(more: Partial<WhyInput> = {}): WhyInput {
  return {
    fact: {
      kind: 'sale',
      occurredAt: SALE_AT,
      recordedAt: SALE_AT + 1000,
      amount: 12_000n,
      currency: 'EUR',
      externalId: 'ord_1',
      source: 'api',
    },
    zone: 'Europe/Paris',
    decision,
    touches: [],
    commissions: [],
    reversals: [],
    changes: [],
    transactions: [],
    names: { program: 'Ambassadeurs', plan: 'Standard' },
    ...more,
  };
}

export function namedTouch(id: string, daysBefore: number, more: Partial<NamedTouch> = {}): NamedTouch {
  return {
    id,
    at: SALE_AT - daysBefore * DAY,
    via: 'click',
    enrollmentId: 'enr_a',
    linkId: null,
    subId: null,
    flag: null,
    boundBy: 7n,
    partnerName: 'Alpina',
    programName: 'Ambassadeurs',
    ...more,
  };
}

export function citedCommission(more: Partial<CitedCommission> = {}): CitedCommission {
  return {
    fact: { kind: 'sale', externalId: 'ord_1', occurredAt: SALE_AT },
    number: 0,
    currency: 'EUR',
    partnerName: 'Alpina',
    clause: '2',
    planVersionNumber: 3,
    clauseText: { fr: '10 % du montant net.', en: '10% of the net amount' },
    arithmetic: { kind: 'percent', base: '12000', rate: '10%' },
    ...more,
  };
}

export function namedCommission(more: Partial<NamedCommission> & Pick<Commission, 'arithmetic' | 'amount'>): NamedCommission {
  return {
    factSeq: 7n,
    number: 0,
    enrollmentId: 'enr_a',
    partnerId: 'prt_a',
    programId: 'prg_a',
    planVersionId: 'pv_3',
    clause: '2',
    ruleId: 'new-customers',
    lineId: null,
    currency: 'EUR',
    base: 12_000n,
    cap: null,
    occurredAt: SALE_AT,
    payableAt: SALE_AT + 30 * DAY,
    status: 'pending',
    reversed: 0n,
    partnerName: 'Alpina',
    planVersionNumber: 3,
    clauseText: { fr: '10 % du montant net.', en: '10% of the net amount' },
    ...more,
  };
}
