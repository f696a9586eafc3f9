import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frenchHolidays } from '../deadline/index.ts';
import { type Answers, checkCase, frenchGuards, type GuardSet, setFaults } from './index.ts';

const place = { calendar: frenchHolidays, region: null };
const today = '2026-11-30';

function finding(code: string, answers: Answers) {
  const found = checkCase(frenchGuards, { answers, today, place }).find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

test('the French set is sound, and every rule has its source and both languages', () => {
  expect(setFaults(frenchGuards)).toEqual([]);
  for (const { source, rule, advice, topic } of frenchGuards.rules) {
    for (const text of [source, rule.fr, rule.en, advice.fr, advice.en, topic.fr, topic.en]) expect(text).not.toBe('');
  }
});

const agent = { contract_kind: 'agent', fixed_term: false, starts_on: '2025-01-15' } as const;

describe('French rules', () => {
  test.each<[string, Answers, string]>([
    ['fr_agent_notice', { ...agent, notice_on: '2026-11-30', ends_on: '2027-01-30' }, 'broken'],
    ['fr_agent_notice', { ...agent, notice_on: '2026-11-30', ends_on: '2027-01-31' }, 'respected'],
    ['fr_agent_notice', { ...agent, notice_on: '2027-01-15', ends_on: '2027-03-31' }, 'broken'],
    ['fr_agent_notice', { ...agent, notice_on: '2026-11-30' }, 'unknown'],
    ['fr_agent_notice', { ...agent, contract_kind: 'reseller' }, 'not_concerned'],
    ['fr_agent_notice_equal', { ...agent, company_notice_months: 2, partner_notice_months: 3 }, 'broken'],
    ['fr_agent_notice_equal', { ...agent, company_notice_months: 3, partner_notice_months: 3 }, 'respected'],
    [
      'fr_information_document',
      { uses_brand: true, exclusive: true, information_document_on: '2026-11-10', signature_on: '2026-11-29' },
      'broken',
    ],
    [
      'fr_information_document',
      { uses_brand: true, exclusive: true, information_document_on: '2026-11-10', signature_on: '2026-11-30' },
      'respected',
    ],
    ['fr_information_document', { uses_brand: false }, 'not_concerned'],
    ['fr_vigilance', { contract_kind: 'agent', net_amount: 499_999 }, 'not_concerned'],
    [
      'fr_vigilance',
      { contract_kind: 'agent', net_amount: 500_000, registration_proof: true, vigilance_on: '2026-05-30' },
      'respected',
    ],
    [
      'fr_vigilance',
      { contract_kind: 'agent', net_amount: 500_000, registration_proof: true, vigilance_on: '2026-05-29' },
      'broken',
    ],
    ['fr_vigilance', { contract_kind: 'agent', net_amount: 500_000, registration_proof: false }, 'broken'],
    [
      'fr_payment_days',
      { payment_terms_agreed: true, payment_reading: 'net', payment_days: 60, periodic_invoice: false },
      'respected',
    ],
    [
      'fr_payment_days',
      { payment_terms_agreed: true, payment_reading: 'net', payment_days: 60, periodic_invoice: true },
      'broken',
    ],
    ['fr_payment_days', { payment_terms_agreed: true, payment_reading: 'net', payment_days: 45 }, 'respected'],
    [
      'fr_payment_days',
      { payment_terms_agreed: true, payment_reading: 'month_end_then_days', payment_days: 46, periodic_invoice: false },
      'broken',
    ],
    [
      'fr_payment_days',
      { payment_terms_agreed: true, payment_reading: 'unsaid', payment_days: 45, periodic_invoice: false },
      'broken',
    ],
    [
      'fr_brutal_rupture',
      { contract_kind: 'reseller', volume_drop: false, written_notice: true, notice_on: '2026-11-30', ends_on: '2028-05-30' },
      'respected',
    ],
    [
      'fr_brutal_rupture',
      { contract_kind: 'reseller', volume_drop: false, written_notice: true, notice_on: '2026-11-30', ends_on: '2028-05-29' },
      'broken',
    ],
    ['fr_brutal_rupture', { contract_kind: 'reseller', volume_drop: true }, 'broken'],
    [
      'fr_agent_indemnity',
      { ...agent, ended_by: 'company', contract_ended_on: '2025-11-30', indemnity_claimed_on: '2026-11-30' },
      'respected',
    ],
    [
      'fr_agent_indemnity',
      { ...agent, ended_by: 'company', contract_ended_on: '2025-11-29', indemnity_claimed_on: '2026-11-30' },
      'broken',
    ],
    ['fr_agent_non_compete', { ...agent, non_compete: true, non_compete_months: 25 }, 'broken'],
    [
      'fr_mediation',
      { mediation_clause: true, mediation_appoints: true, mediation_days: true, mediation_costs: true },
      'unknown',
    ],
    ['fr_mediation', { mediation_clause: true, mediation_end: false }, 'broken'],
    ['fr_drift_agent', { contract_kind: 'introducer', negotiates: true, permanent: true }, 'broken'],
    ['fr_drift_agent', { contract_kind: 'introducer', negotiates: false }, 'respected'],
    ['fr_drift_employee', { contract_kind: 'introducer', instructed: true, only_client: true }, 'broken'],
    [
      'fr_drift_employee',
      { contract_kind: 'introducer', instructed: true, sanctioned: false, company_means: false, only_client: false },
      'respected',
    ],
    ['fr_imbalance', { one_sided: true, negotiable: false }, 'broken'],
  ])('%s, %o: %s', (code, answers, state) => {
    expect(finding(code, answers).state).toBe(state);
  });

  test('what is missing is named, and days are computed as far as they can be', () => {
    const found = finding('fr_agent_notice', { ...agent, notice_on: '2026-11-30' });
    expect(found.missing).toEqual(['ends_on']);
    expect(found.days.map(({ on }) => on)).toEqual(['2027-01-31']);
    const days = finding('fr_payment_days', { invoice_on: '2026-01-15' }).days.map(({ on }) => on);
    expect(days).toEqual(['2026-02-14', '2026-03-31', '2026-03-17', '2026-03-16']);
  });

  test('outside of its days a rule does not exist', () => {
    const early = checkCase(frenchGuards, { answers: {}, today: '2019-04-25', place });
    expect(early.some(({ code }) => code === 'fr_brutal_rupture')).toBe(false);
  });
});

test('an answer more never turns what was decided', () => {
  const keys = frenchGuards.questions.filter(({ kind }) => kind === 'yes_no').map(({ key }) => key);
  const answers = fc.dictionary(fc.constantFrom(...keys), fc.option(fc.boolean()));
  fc.assert(
    fc.property(
      answers,
      fc.constantFrom(...keys),
      fc.boolean(),
      fc.constantFrom('introducer', 'agent', 'reseller'),
      (some, key, value, kind) => {
        const before = { ...some, contract_kind: kind, [key]: null };
        const after = new Map(
          checkCase(frenchGuards, { answers: { ...before, [key]: value }, today, place }).map((one) => [one.code, one]),
        );
        for (const { code, state } of checkCase(frenchGuards, { answers: before, today, place })) {
          if (state !== 'unknown') expect([code, after.get(code)?.state]).toEqual([code, state]);
        }
      },
    ),
  );
});

test('a set says what is wrong with it', () => {
  const [first] = frenchGuards.rules;
  if (first === undefined) throw new Error('no rule');
  const set: GuardSet = {
    ...frenchGuards,
    rules: [
      { ...first, concerns: { is: 'nobody_asked', oneOf: [true] }, asks: { number: 'uses_brand', min: 1 } },
      { ...first, validTo: '1999-01-01', concerns: { is: 'contract_kind', oneOf: ['clerk'] } },
    ],
  };
  expect(setFaults(set)).toEqual([
    { path: 'rules[0].concerns', rule: 'guard_question' },
    { path: 'rules[0].asks', rule: 'guard_kind' },
    { path: 'rules[1].code', rule: 'guard_unique' },
    { path: 'rules[1].validTo', rule: 'guard_days' },
    { path: 'rules[1].concerns', rule: 'guard_choice' },
  ]);
});
