import { balancesOf } from '../ledger/index.ts';
import type { PlanDocument } from '../plan/index.ts';
import type { Instant } from '../time/index.ts';
import { count } from './count.ts';
import type { Fact, FactBody, FactKind } from './fact.ts';
import type { CommissionStatus, Outcome } from './outcome.ts';
import type { Blocks } from './blocks.ts';
import { commissionStates } from './commission-states.ts';
import { replayState } from './replay-state.ts';
import type { Dated, EnrollmentTerms, Terms } from './terms.ts';

// Builders for tests: one program, partners "a", "b" and "c" with coupons of their names, c brought in by b; facts by the day.

export const DAY = 86_400_000;
/** 1 March 2026, 10:00 in Paris. */
export const START = 1_772_355_600_000;

export const tenPercent: PlanDocument = {
  currency: 'EUR',
  attribution: { model: { kind: 'last' }, windowDays: 30, coupon: 'wins', lifetime: 'none', selfReferral: 'reject' },
  combination: 'best',
  rules: [{ id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } }],
  holdDays: 10,
  existingCustomers: 'move',
  noticeDays: 0,
};

/** Everyone who touched a customer shares the credit equally. */
export const shared: PlanDocument = {
  ...tenPercent,
  attribution: { ...tenPercent.attribution, model: { kind: 'linear' }, coupon: 'touch' },
};

export function sampleTerms(document: PlanDocument): Terms {
  const version = { id: 'v1', planId: 'plan', number: 1, publishedAt: 0, effectiveAt: 0, document };
  const places = [always({ precedence: 0, planId: 'plan' })];
  const program = { id: 'prg', name: 'Amis', places, plans: new Map([['plan', [version]]]) };
  const enrollments = ['a', 'b', 'c'].map(enrollmentOf);
  return {
    workspaceId: 'wsp',
    zone: 'Europe/Paris',
    currency: 'EUR',
    programs: new Map([['prg', program]]),
    enrollments: new Map(enrollments.map((enrollment) => [enrollment.id, enrollment])),
    codes: new Map(),
    coupons: new Map(['a', 'b', 'c'].map((name) => [name, [always({ enrollmentId: `e${name}`, linkId: null })]])),
  };
}

function enrollmentOf(name: string): EnrollmentTerms {
  return {
    id: `e${name}`,
    programId: 'prg',
    partnerId: `p${name}`,
    states: [always('active')],
    planIds: [],
    partner: [always({ kind: 'affiliate', country: null, emailHashes: [], attributes: {} })],
    certificates: [],
    uplineEnrollmentId: name === 'c' ? 'eb' : null,
  };
}

function always<Value>(value: Value): Dated<Value> {
  return { from: 0, recordedAt: 0, value };
}

export type FactSpec = Partial<Omit<Fact, 'seq' | 'kind' | 'body'>> & { readonly kind: FactKind; readonly body?: FactBody };

/** Facts in the order of their recording, one a minute unless dated. */
export function factsOf(specs: readonly FactSpec[]): Fact[] {
  return specs.map((spec, index) => ({
    seq: BigInt(index + 1),
    source: 'test',
    externalId: String(index + 1),
    occurredAt: START + index * 60_000,
    recordedAt: START + index * 60_000,
    customerId: null,
    currency: 'EUR',
    amount: null,
    targetSeq: null,
    body: {},
    ...spec,
  }));
}

/** A sale with lines `1`, `2`… of these nets. */
export function saleOf(coupon: string, nets: readonly number[], more: Partial<FactSpec> = {}): FactSpec {
  const lines = nets.map((net, index) => ({ id: String(index + 1), quantity: 1, net }));
  return {
    kind: 'sale',
    amount: BigInt(nets.reduce((sum, net) => sum + net, 0)),
    ...more,
    body: { lines, coupon, ...more.body },
  };
}

/** Reviews say what the commissions they name were earned for, as the server does: here found by counting what comes before them. */
export function aimed(specs: readonly FactSpec[], terms: Terms): FactSpec[] {
  const told: FactSpec[] = [];
  for (const spec of specs) {
    const numbers = spec.body?.commissions?.map(({ number }) => number) ?? [];
    if (numbers.length === 0) told.push(spec);
    else {
      const target = countAll(factsOf(told), terms).outcomes[Number(spec.targetSeq) - 1];
      const commissions = (target?.commissions ?? [])
        .filter(({ number }) => numbers.includes(number))
        .map(({ number, enrollmentId, lineId }) => ({ number, enrollmentId, lineId }));
      told.push({ ...spec, body: { ...spec.body, commissions } });
    }
  }
  return told;
}

/** A commission by its number alone: what `aimed` completes. */
export function numbered(number: number) {
  return { number, enrollmentId: '', lineId: null };
}

export interface Counted {
  readonly outcomes: readonly Outcome[];
  /** Credits less debits, by `partner account`, without what is zero. */
  readonly balances: Readonly<Record<string, bigint>>;
  /** By `fact.number`. */
  readonly statuses: Readonly<Record<string, CommissionStatus>>;
  /** By `fact.number`, of those that something keeps. */
  readonly blocks: Readonly<Record<string, Blocks>>;
  readonly counters: Readonly<Record<string, bigint>>;
}

/** Counts facts from nothing. */
export function countAll(facts: readonly Fact[], terms: Terms): Counted {
  const state = replayState(() => true);
  const balances = balancesOf();
  const states = commissionStates();
  const outcomes = facts.map((fact) => {
    const outcome = count(fact, terms, state, { trace: true });
    for (const posting of outcome.transaction?.postings ?? []) balances.add(posting);
    states.apply(fact, outcome);
    return outcome;
  });
  const sums = balances
    .accounts()
    .map(({ partnerId, account, debits, credits }) => [`${partnerId} ${account}`, credits - debits] as const);
  return {
    outcomes,
    balances: Object.fromEntries(sums.filter(([, balance]) => balance !== 0n)),
    statuses: Object.fromEntries([...states.all()].map(({ factSeq, number, status }) => [`${factSeq}.${number}`, status])),
    blocks: Object.fromEntries(
      [...states.all()]
        .filter(({ blocks }) => blocks !== 0)
        .map(({ factSeq, number, blocks }) => [`${factSeq}.${number}`, blocks]),
    ),
    counters: Object.fromEntries([...state.counters].filter(([, value]) => value !== 0n)),
  };
}

export function maturityAt(day: number): FactSpec {
  const at: Instant = START + day * DAY;
  return { kind: 'maturity', occurredAt: at, currency: null, body: { dueAt: at } };
}
