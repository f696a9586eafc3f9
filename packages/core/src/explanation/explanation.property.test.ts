import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RejectionReason } from '../attribution/credit.ts';
import { factKinds } from '../counting/fact.ts';
import type { Arithmetic, CommissionStatus, RuleVerdict, UnpaidReason } from '../counting/outcome.ts';
import { reviewActions } from '../counting/review-action.ts';
import { accountKinds } from '../ledger/posting.ts';
import { explain } from './explain.ts';
import { reasonText, rejectionText, renderExplanation } from './render-explanation.ts';
import { citedCommission, decision, namedCommission, namedTouch, SALE_AT, why } from './sample-why.ts';
import { englishTexts } from './texts.en.ts';
import { frenchTexts } from './texts.fr.ts';
import type { Words } from './texts.ts';
import type { WhyInput } from './why-input.ts';

const { words } = frenchTexts;

function codes<Code extends string>(record: Readonly<Record<Code, unknown>>): fc.Arbitrary<Code> {
  return fc.constantFrom(...(Object.keys(record) as Code[]));
}

const cents = fc.bigInt({ min: 1n, max: 10n ** 12n });
const text = cents.map(String);
const share = fc.option(fc.constantFrom('1/2', '1/3', '5/13'), { nil: undefined });
const rate = fc.constantFrom('10%', '12.5%', '1/3', '0.07');
const measure = fc.constantFrom('revenue' as const, 'sales' as const, 'customers' as const, 'leads' as const);
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
const via = fc.constantFrom(...(['click', 'code', 'introduction', 'contribution', 'deal', 'coupon'] as const));

const slice = fc.oneof(fc.record({ from: text, volume: text, rate }), fc.record({ from: text, volume: text, amount: text }));

// One generator for each kind: a new kind does not compile until it has one.
const arithmetics: { [Kind in Arithmetic['kind']]: fc.Arbitrary<Arithmetic> } = {
  percent: fc.record({ kind: fc.constant('percent'), base: text, rate }),
  fixed: fc.record({ kind: fc.constant('fixed'), amount: text, share }).map(clean),
  per_unit: fc.record({ kind: fc.constant('per_unit'), amount: text, quantity: fc.nat(), share }).map(clean),
  tiers: fc
    .record({
      kind: fc.constant('tiers'),
      mode: fc.constantFrom('marginal', 'whole'),
      measure,
      volumeBefore: text,
      slices: fc.array(slice, { maxLength: 3 }),
      share,
    })
    .map(clean),
  retroactive: fc.record({ kind: fc.constant('retroactive'), measure, reached: text, volume: text, rate, earnedBefore: text }),
  milestone: fc.record({ kind: fc.constant('milestone'), measure, reached: text, threshold: text, amount: text }),
  upline: fc.record({
    kind: fc.constant('upline'),
    level: fc.integer({ min: 1, max: 5 }),
    of: fc.constantFrom('commission', 'base'),
    base: text,
    rate,
  }),
};

/** Absent rather than undefined, as counting writes it. */
function clean({ share: part, ...rest }: { share: string | undefined }): Arithmetic {
  return (part === undefined ? rest : { ...rest, share: part }) as unknown as Arithmetic;
}

const cap = fc.option(fc.record({ cap: fc.nat({ max: 3 }), before: text, room: text }));
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'points');

const commission = fc
  .record({
    arithmetic: fc.oneof(...Object.values(arithmetics)),
    amount: cents,
    currency,
    cap,
    status: codes<CommissionStatus>(words.statuses),
    reversed: fc.bigInt({ min: 0n, max: 100n }),
    lineId: fc.option(fc.constant('line-1')),
    payableAt: instant,
    review: fc.option(fc.record({ ceiling: fc.option(cents), total: fc.option(cents) }), { nil: undefined }),
  })
  .map(({ review, ...rest }) => namedCommission(review === undefined ? rest : { ...rest, review }));

const verdict = fc.record({
  enrollmentId: fc.constantFrom('enr_a', 'enr_b'),
  ruleId: fc.constantFrom('rule', 'new-customers'),
  verdict: codes<RuleVerdict['verdict']>({ ...words.verdicts, paid: true }),
  fields: fc.array(
    fc.constantFrom(...Object.keys(words.fields), 'metadata.seats', 'partner.attributes.tier', 'milestone.revenue', '?'),
  ),
});

// An accepted claim is told so by the model: its credits are those of an agreement.
const { claim: _, ...vias } = words.vias;
const credit = fc.record({
  enrollmentId: fc.constantFrom('enr_a', 'enr_b'),
  partnerId: fc.constantFrom('prt_a', 'prt_b'),
  share: fc.constantFrom('1/1', '1/2', '1/3', '123456789/4294967296'),
  via: codes(vias),
  touchpointId: fc.constantFrom(null, 't0', 't1'),
});

const decided: fc.Arbitrary<WhyInput['decision']> = fc.option(
  fc
    .record({
      model: fc.option(fc.constantFrom(...Object.keys(words.rules), 'unheard')),
      credits: fc.array(credit, { maxLength: 3 }),
      rejected: fc.array(
        fc.record({ touchpointId: fc.constantFrom('t0', 't1', 'gone'), reason: codes<RejectionReason>(words.rejections) }),
      ),
      verdicts: fc.array(verdict),
      unpaid: fc.option(codes<UnpaidReason>(words.unpaid)),
      inputs: fc.constant({
        'v|enr_a|revenue|EUR|2026-03': '1',
        'c|program|prg|EUR|*|ever': '2',
        'm|enr_a|r|2026': '0',
        'customer.kind': 'new',
      }),
    })
    .map((parts) => ({ ...decision, ...parts })),
);

const posting = fc.record({
  debit: fc.constantFrom(...accountKinds),
  credit: fc.constantFrom(...accountKinds),
  partnerId: fc.constantFrom('prt_a', 'prt_z'),
  currency,
  amount: cents,
  commission: fc.constant(null),
});

const citedOne = fc
  .record({
    arithmetic: fc.oneof(...Object.values(arithmetics)),
    kind: fc.constantFrom(...factKinds),
    clause: fc.constantFrom('2', '2.1'),
  })
  .map(({ arithmetic, kind, clause }) =>
    citedCommission({ arithmetic, clause, fact: { kind, externalId: 'ord_1', occurredAt: SALE_AT } }),
  );

const input: fc.Arbitrary<WhyInput> = fc
  .record({
    kind: fc.constantFrom(...factKinds),
    amount: fc.option(cents),
    factCurrency: fc.option(fc.constantFrom('EUR', 'CHF')),
    recordedAt: instant,
    decision: decided,
    touches: fc.array(via, { maxLength: 3 }),
    commissions: fc.array(commission, { maxLength: 3 }),
    cited: fc.array(citedOne, { maxLength: 2 }),
    reversed: fc.array(
      fc.record({ amount: fc.constantFrom(5n, -5n), from: fc.constantFrom('pending' as const, 'payable' as const) }),
    ),
    reviews: fc.array(
      fc.record({
        action: fc.constantFrom(...reviewActions),
        at: instant,
        reason: fc.constantFrom(null, 'bought by the partner itself'),
        number: fc.nat({ max: 2 }),
        amount: cents,
        currency,
        partnerName: fc.constant('Alpina'),
      }),
    ),
    transactions: fc.array(
      fc.record({ id: fc.constant('txn'), kind: codes(words.transactions), effectiveAt: instant, postings: fc.array(posting) }),
    ),
    names: fc.constantFrom({}, { program: 'P' }, { program: 'P', plan: 'B', partners: { prt_a: 'Alpina' } }),
    zone: fc.constantFrom('Europe/Paris', 'UTC', 'America/St_Johns'),
  })
  .map(({ kind, amount, factCurrency, recordedAt, touches, reversed, cited, ...rest }) =>
    why({
      ...rest,
      fact: { kind, amount, currency: factCurrency, recordedAt, occurredAt: SALE_AT, externalId: 'ord_1', source: 'api' },
      touches: touches.map((through, index) => namedTouch(`t${index}`, index, { via: through })),
      changes: cited.map((one) => ({ kind: 'suspended', amount: 7n, cited: one })),
      reversals: reversed.map((part, index) => ({
        ...part,
        ...(cited[index] === undefined ? { by: { kind, externalId: 'ref_1', occurredAt: SALE_AT } } : { cited: cited[index] }),
        factSeq: 8n,
        commission: { factSeq: 7n, number: 0 },
        partnerId: 'prt_a',
        currency: 'EUR',
        partnerName: 'Alpina',
      })),
    }),
  );

test('every explanation reads as sentences in both languages', () => {
  fc.assert(
    fc.property(input, (given) => {
      const explanation = explain(given);
      const [french, english] = [renderExplanation(explanation, 'fr'), renderExplanation(explanation, 'en')];
      expect(french.length).toBe(english.length);
      for (const sentence of [...french, ...english]) {
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object|[{}]|\$\{| {2}|\.\.|“”|« »/);
        expect(sentence).toMatch(/^[\p{Lu}\d€$¥£-].*\.$|^prt_|^KWD|^points|^CHF/u);
      }
    }),
  );
});

test('an explanation survives JSON', () => {
  fc.assert(
    fc.property(input, (given) => {
      const explanation = explain(given);
      expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    }),
  );
});

test('every word exists, and the languages differ in all but a few', () => {
  const same = new Set(['Code', 'Coupon', 'Introduction', 'Contribution', 'client', 'lead']);
  const flatten = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String((value as (part: string) => unknown)('x'))];
    return Object.values(value as object).flatMap(flatten);
  };
  const [french, english] = [flatten(words satisfies Words), flatten(englishTexts.words)];
  expect(french.length).toBe(english.length);
  for (const [index, word] of french.entries()) {
    expect(word.trim()).not.toBe('');
    if (!same.has(word)) expect(word).not.toBe(english[index]);
  }
});

test('reasons are told without a step around them', () => {
  expect(reasonText('cap_reached', 'fr')).toBe(
    'Le plafond prévu par le barème est atteint. Ce fait aurait été payé dans la limite de ce qui restait sous le plafond.',
  );
  expect(rejectionText('outside_window', 'en')).toBe('because it was outside the attribution window');
});
