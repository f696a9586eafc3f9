import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frenchHolidays } from '../deadline/index.ts';
import { shiftDate } from '../time/index.ts';
import { compareDuties, compileDuties, type CharterDates, type DutyTerms, newsOf, stateOf } from './index.ts';

const place = { calendar: frenchHolidays, region: null };
const dates: CharterDates = { signedOn: '2026-01-20', startsOn: '2026-01-31', noticedOn: null, endsOn: null };

function daysOf(terms: DutyTerms, horizon: string, changed: Partial<CharterDates> = {}): string[] {
  return compileDuties({ terms: [terms], dates: { ...dates, ...changed }, place }, horizon).map(({ dueOn }) => dueOn);
}

const vigilance: DutyTerms = {
  kind: 'document',
  key: 'vigilance',
  by: 'partner',
  title: { fr: 'Attestation de vigilance', en: 'Certificate of vigilance' },
  cadence: { every: 1, pace: 'half_year' },
};
const monthly: DutyTerms = { kind: 'meeting', key: 'm', by: 'both', cadence: { every: 1, pace: 'month' } };

describe('terms give days', () => {
  const notice: DutyTerms = { kind: 'notice', key: 'n', steps: [{ fromYear: 1, months: 1 }], endsAtMonthEnd: true };
  test.each<[string, DutyTerms, string, Partial<CharterDates>, string[]]>([
    ['a meeting a month, from the 31st', monthly, '2026-05-31', {}, ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['a document at signature and every six months', vigilance, '2027-02-01', {}, ['2026-01-20', '2026-07-20', '2027-01-20']],
    ['no meeting after the end', monthly, '2026-12-31', { endsOn: '2026-03-30' }, ['2026-02-28', '2026-03-31']],
    [
      'a payment a quarter, 45 days and the end of that month',
      {
        kind: 'payment',
        key: 'p',
        by: 'company',
        cadence: { every: 1, pace: 'quarter' },
        days: 45,
        reading: 'days_then_month_end',
      },
      '2026-12-31',
      { startsOn: '2026-01-01' },
      ['2026-05-31', '2026-08-31', '2026-11-30'],
    ],
    [
      'the other reading',
      {
        kind: 'payment',
        key: 'p',
        by: 'company',
        cadence: { every: 1, pace: 'quarter' },
        days: 45,
        reading: 'month_end_then_days',
      },
      '2026-12-31',
      { startsOn: '2026-01-01' },
      ['2026-05-15', '2026-08-14', '2026-11-14'],
    ],
    [
      'tacit renewal: the last day to refuse, each year',
      { kind: 'duration', key: 'd', months: 12, renewal: 'tacit', refusal: { count: 3, unit: 'month' } },
      '2028-01-01',
      { startsOn: '2026-03-01' },
      ['2026-11-28', '2027-11-29'],
    ],
    ['notice given: until its month is over', notice, '2026-12-31', { noticedOn: '2026-05-12' }, ['2026-06-30']],
    ['after an end nobody knows', { kind: 'non_compete', key: 'c', by: 'partner', months: 24 }, '2050-01-01', {}, []],
    [
      'after the end',
      { kind: 'confidentiality', key: 'c', by: 'both', months: 24 },
      '2050-01-01',
      { endsOn: '2028-02-29' },
      ['2030-02-28'],
    ],
    [
      'commissions that still run',
      { kind: 'run_off', key: 'r', by: 'company', months: 6, cadence: { every: 1, pace: 'quarter' } },
      '2050-01-01',
      { endsOn: '2026-06-30' },
      ['2026-09-30', '2026-12-30'],
    ],
    [
      'training within ten business days',
      { kind: 'training', key: 't', by: 'partner', within: { count: 10, unit: 'business_day' }, cadence: null },
      '2050-01-01',
      { startsOn: '2026-04-30' },
      ['2026-05-19'],
    ],
  ])('%s', (_, terms, horizon, changed, expected) => {
    expect(daysOf(terms, horizon, changed)).toEqual(expected);
  });
});

test('a further horizon adds duties and changes none', () => {
  const starts = fc.integer({ min: 0, max: 20_000 }).map((days) => shiftDate('1990-01-01', days));
  const cadence = fc.record({ every: fc.integer({ min: 1, max: 5 }), pace: fc.constantFrom('week', 'month', 'quarter', 'year') });
  fc.assert(
    fc.property(
      starts,
      cadence,
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 900 }),
      (startsOn, every, near, far) => {
        const compiled = {
          terms: [{ ...monthly, cadence: every }, vigilance] as DutyTerms[],
          dates: { ...dates, startsOn },
          place,
        };
        const first = compileDuties(compiled, shiftDate(startsOn, near));
        const second = compileDuties(compiled, shiftDate(startsOn, near + far));
        const later = new Map(second.map((duty) => [duty.key, duty]));
        expect(later.size).toBe(second.length);
        for (const duty of first) expect(later.get(duty.key)).toEqual(duty);
        for (const { dueOn } of second.slice(first.length)) expect(dueOn > shiftDate(startsOn, near)).toBe(true);
      },
    ),
  );
});

test('an amendment adds, ends and moves from its day on', () => {
  const horizon = '2026-12-31';
  const old = compileDuties({ terms: [monthly, vigilance], dates, place }, horizon);
  const quarterly: DutyTerms = { ...monthly, cadence: { every: 1, pace: 'quarter' } };
  const now = compileDuties({ terms: [quarterly, vigilance], dates: { ...dates, signedOn: '2026-01-25' }, place }, horizon);
  const { added, gone, moved } = compareDuties(old, now, '2026-06-01');
  expect(added.map(({ dueOn }) => dueOn)).toEqual(['2026-07-31', '2026-10-31']);
  expect(gone.map(({ dueOn }) => dueOn)[0]).toBe('2026-06-30');
  expect(moved.map(({ before, after }) => [before.dueOn, after.dueOn])).toEqual([['2026-07-20', '2026-07-25']]);
  expect(compareDuties(old, old, '2026-01-01')).toEqual({ added: [], gone: [], moved: [] });
});

describe('how a duty stands', () => {
  const duty = { dueOn: '2026-06-30', remindDays: [14, 3, 0], proof: 'document' as const };
  test.each([
    ['2026-06-15', [], 'upcoming'],
    ['2026-06-16', [], 'due'],
    ['2026-06-30', [], 'due'],
    ['2026-07-01', [], 'late'],
    ['2026-07-30', [], 'late'],
    ['2026-07-31', [], 'missed'],
    ['2026-09-01', [['handed_in', '2026-06-30']], 'kept'],
    ['2026-09-01', [['handed_in', '2026-08-30']], 'kept_late'],
    [
      '2026-06-20',
      [
        ['handed_in', '2026-06-18'],
        ['refused', '2026-06-20'],
      ],
      'due',
    ],
    [
      '2026-07-02',
      [
        ['handed_in', '2026-06-18'],
        ['refused', '2026-07-02'],
      ],
      'late',
    ],
    ['2026-06-01', [['waived', '2026-06-01']], 'waived'],
    ['2026-07-02', [['missed', '2026-07-02']], 'missed'],
  ] as const)('on %s after %o: %s', (today, events, expected) => {
    expect(
      stateOf(
        duty,
        events.map(([kind, on]) => ({ kind, on })),
        today,
      ),
    ).toBe(expected);
  });

  test('silence keeps what needs no proof', () => {
    expect(stateOf({ ...duty, proof: 'none' }, [], '2026-07-01')).toBe('kept');
    expect(stateOf({ ...duty, proof: 'none' }, [{ kind: 'missed', on: '2026-06-01' }], '2026-07-01')).toBe('missed');
  });

  test('each piece of news is told once, also when a day was skipped', () => {
    let told: { news: 'reminder' | 'late' | 'missed'; on: string } | null = null;
    const heard: string[] = [];
    for (const today of [
      '2026-06-10',
      '2026-06-16',
      '2026-06-17',
      '2026-06-28',
      '2026-06-29',
      '2026-06-30',
      '2026-07-01',
      '2026-07-02',
      '2026-08-15',
      '2026-08-16',
    ]) {
      const news = newsOf(duty, stateOf(duty, [], today), today, told);
      if (news !== null) heard.push(`${today} ${news}`);
      if (news !== null) told = { news, on: today };
    }
    expect(heard).toEqual([
      '2026-06-16 reminder',
      '2026-06-28 reminder',
      '2026-06-30 reminder',
      '2026-07-01 late',
      '2026-08-15 missed',
    ]);
  });
});
