import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presetCharter, type CharterDocument } from '../charter/index.ts';
import { frenchHolidays } from '../deadline/index.ts';
import { frenchGuards } from '../guard/index.ts';
import { sides, type Side } from '../partnership/index.ts';
import { shiftDate } from '../time/index.ts';
import {
  actOnLeaving,
  earliestEnd,
  exitPlanGaps,
  finalAccount,
  giveNotice,
  isExitPlanComplete,
  readsUntil,
  rehearseExit,
  retentionOf,
  type ExitCase,
  type Leaving,
  type LeavingAct,
} from './index.ts';

const place = { calendar: frenchHolidays, region: null };
const day = fc.integer({ min: 0, max: 2500 }).map((days) => shiftDate('2025-01-01', days));
const document = presetCharter({
  kind: 'introducer',
  prevailing: 'fr',
  company: { name: 'Alpes', details: '' },
  partner: { name: 'Lumière', details: '' },
  people: [],
});

function caseOf(more: Partial<ExitCase> = {}): ExitCase {
  return {
    today: '2026-11-30',
    side: 'company',
    noticedOn: '2026-11-30',
    endsOn: null,
    charter: { document, startsOn: '2025-01-15', signedOn: '2025-01-10', saidOn: null },
    guards: frenchGuards,
    contractKind: 'introducer',
    place,
    programs: [{ enrollmentId: 'e1', name: 'Friends' }],
    open: [],
    balances: [],
    customers: 0,
    ...more,
  };
}

describe('the earliest end', () => {
  const notice = {
    kind: 'notice',
    key: 'n',
    steps: [
      { fromYear: 1, months: 1 },
      { fromYear: 2, months: 2 },
    ],
    endsAtMonthEnd: true,
  } as const;
  const tacit = { kind: 'duration', key: 'd', months: 12, renewal: 'tacit', refusal: { count: 90, unit: 'day' } } as const;

  test.each([
    // 31 January and a month end at the end of February, in a leap year too.
    [[notice], '2028-01-01', '2028-01-31', '2028-02-29', 'notice'],
    [[notice], '2026-01-01', '2026-01-31', '2026-02-28', 'notice'],
    [[notice], '2025-01-01', '2026-01-31', '2026-03-31', 'notice'],
    // In time the term that runs is the last; a day late it is the next.
    [[tacit], '2026-01-01', '2026-10-02', '2026-12-31', 'term'],
    [[tacit], '2026-01-01', '2026-10-03', '2027-12-31', 'term'],
    [[{ ...tacit, renewal: 'none' } as const], '2026-01-01', '2026-12-30', '2026-12-31', 'term'],
    [[], '2026-01-01', '2026-05-05', '2026-05-05', 'nothing'],
  ])('%#', (terms, startsOn, noticedOn, endsOn, basis) => {
    expect(earliestEnd({ terms, startsOn, saidOn: null }, null, noticedOn, place)).toMatchObject({ endsOn, basis });
  });

  test('the law prevails where it is later, and only there', () => {
    const agreement = { terms: [notice], startsOn: '2026-01-01', saidOn: null };
    expect(earliestEnd(agreement, '2026-06-30', '2026-03-03', place)).toMatchObject({ endsOn: '2026-06-30', basis: 'law' });
    expect(earliestEnd(agreement, '2026-04-10', '2026-03-03', place)).toMatchObject({ endsOn: '2026-04-30', basis: 'notice' });
  });

  test('given later it is never earlier, never before the notice and never before the law', () => {
    const monotone = fc
      .array(fc.nat(6), { minLength: 1, maxLength: 4 })
      .map((months) => months.toSorted((a, b) => a - b).map((one, index) => ({ fromYear: index + 1, months: one })));
    fc.assert(
      fc.property(monotone, fc.boolean(), fc.boolean(), fc.boolean(), day, day, fc.option(fc.nat(200)), (...drawn) => {
        const [steps, endsAtMonthEnd, withNotice, withTerm, startsOn, first, law] = drawn;
        const terms = [...(withNotice ? [{ ...notice, steps, endsAtMonthEnd }] : []), ...(withTerm ? [tacit] : [])];
        const endOn = (noticedOn: string) => {
          const lawOn = law === null ? null : shiftDate(noticedOn, law);
          const end = earliestEnd({ terms, startsOn, saidOn: null }, lawOn, noticedOn, place);
          expect(end.endsOn >= noticedOn).toBe(true);
          if (lawOn !== null) expect(end.endsOn >= lawOn).toBe(true);
          return end.endsOn;
        };
        for (let later = 0; later < 40; later += 7) {
          expect(endOn(shiftDate(first, later)) <= endOn(shiftDate(first, later + 7))).toBe(true);
        }
      }),
    );
  });
});

describe('a rehearsal', () => {
  test('an agent leaves by the law: three months in the third year, to the end of the month, a year to claim', () => {
    const short = { ...document, clauses: document.clauses.filter(({ kind }) => kind !== 'duration' && kind !== 'termination') };
    const charter = { document: short, startsOn: '2024-02-01', signedOn: null, saidOn: null };
    const told = rehearseExit(caseOf({ contractKind: 'agent', charter }));
    expect(told.end).toMatchObject({ contractOn: null, lawOn: '2027-02-28', endsOn: '2027-02-28', basis: 'law' });
    expect(told.steps.find(({ id }) => id === 'law/fr_agent_indemnity/indemnity_last_day')?.on).toBe('2028-02-28');
    expect(told.gaps.map(({ code }) => code)).toContain('way_out');
  });

  test('each day follows from the last one, and says by what', () => {
    const told = rehearseExit(caseOf());
    expect(told.end).toMatchObject({ basis: 'notice', endsOn: '2027-02-28' });
    const on = Object.fromEntries(told.steps.map((step) => [step.id, step.on]));
    expect(on).toMatchObject({
      notice: '2026-11-30',
      last_new: '2027-02-28',
      run_off: '2027-08-28',
      last_statement: '2027-09-01',
      final_account: '2027-04-29',
      access: '2027-02-28',
    });
    expect(on['retention/accounting']).toBe('2037-12-31');
    expect(told.findings.find(({ code }) => code === 'fr_brutal_rupture')).toMatchObject({ state: 'broken' });
    expect(told.gaps.map(({ code }) => code)).toContain('access_before_balance');
  });

  test('an earlier end needs both, a later one does not', () => {
    expect(rehearseExit(caseOf({ endsOn: '2026-12-31' })).needsBoth).toBe(true);
    expect(rehearseExit(caseOf({ endsOn: '2027-12-31' })).needsBoth).toBe(false);
  });

  test('duties fall before the end, go with it or outlive it, and none is lost', () => {
    const duty = (id: string, dueOn: string, isOfCharter: boolean) => ({
      id,
      key: `meeting/${id}`,
      isOfCharter,
      owner: 'both' as const,
      title: { fr: id, en: id },
      dueOn,
    });
    const open = [duty('a', '2026-12-15', true), duty('b', '2027-05-01', true), duty('c', '2027-05-01', false)];
    const { duties } = rehearseExit(caseOf({ open }));
    expect(duties.before.map(({ id }) => id)).toEqual(['a']);
    expect(duties.gone.map(({ id }) => id)).toEqual(['b']);
    expect(duties.after.filter(({ id }) => id !== null).map(({ id }) => id)).toEqual(['c']);
    expect(duties.after.some(({ key }) => key.startsWith('confidentiality/'))).toBe(true);
    expect(duties.after.every(({ dueOn }) => dueOn > '2027-02-28')).toBe(true);
  });

  test('without a charter nothing is invented', () => {
    const told = rehearseExit(
      caseOf({ charter: null, balances: [{ currency: 'EUR', pending: 5n, payable: 2n, inPayout: 0n, kept: 0n }] }),
    );
    expect(told.end.basis).toBe('nothing');
    expect(told.runOff).toEqual([{ enrollmentId: 'e1', name: 'Friends', until: null }]);
    expect(told.account[0]).toMatchObject({ least: 2n, most: null, owedBy: 'open' });
    const dated = told.steps.filter(({ on }) => on !== null).map(({ key }) => key);
    expect(new Set(dated)).toEqual(new Set(['notice', 'last_new', 'end', 'retention']));
    expect(told.gaps.map(({ code }) => code)).toEqual(['no_charter']);
  });
});

test('the final account is what the ledger says, to the cent', () => {
  const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  const balance = fc.record({
    currency: fc.constant('EUR'),
    pending: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    payable: cents,
    inPayout: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    kept: fc.constant(0n),
  });
  fc.assert(
    fc.property(fc.array(balance), fc.boolean(), (balances, earnsOn) => {
      for (const line of finalAccount(balances, earnsOn)) {
        expect(line.least + line.pending).toBe(line.payable + line.inPayout + line.pending);
        expect(line.most).toBe(earnsOn ? null : line.least + line.pending);
        expect(line.debt).toBe(line.payable < 0n ? -line.payable : 0n);
        if (line.owedBy === 'company') expect(line.least >= 0n).toBe(true);
        if (line.owedBy === 'partner') expect((line.most ?? 1n) <= 0n).toBe(true);
      }
    }),
  );
});

test('an exit plan is complete, or says what it lacks', () => {
  expect(isExitPlanComplete(document)).toBe(true);
  expect(isExitPlanComplete(null)).toBe(false);
  const half: CharterDocument = { ...document, exit: { ...document.exit, data: { fr: 'Rendues.', en: ' ' }, runOffMonths: 3 } };
  expect(isExitPlanComplete(half)).toBe(false);
  expect(exitPlanGaps(half).map(({ code }) => code)).toEqual(['data', 'run_off_differs', 'access_before_balance']);
});

test('records are kept by the rules that hold, each with its source', () => {
  expect(retentionOf('FR', '1999-01-01')).toEqual([]);
  expect(retentionOf('DE', '2026-01-01')).toEqual([]);
  for (const { source, text } of retentionOf('FR', '2026-01-01'))
    for (const each of [source, text.fr, text.en]) expect(each).not.toBe('');
});

// The model keeps what matters in the plainest words: where it stands, its last day, and who asks for what.
interface Model {
  state: Leaving['state'];
  endsOn: string;
  offer: { by: Side; endsOn: string | null } | null;
}
interface Real {
  leaving: Leaving;
  today: string;
}

class Do implements fc.Command<Model, Real> {
  readonly act: LeavingAct;
  readonly later: number;
  constructor(act: LeavingAct, later: number) {
    this.act = act;
    this.later = later;
  }
  check = () => true;
  run(model: Model, real: Real): void {
    real.today = shiftDate(real.today, this.later);
    const { act } = this;
    const next = actOnLeaving(real.leaving, real.today, act);
    const isOpen = model.state !== 'ended' && model.state !== 'withdrawn';
    const isBeforeEnd = real.today <= model.endsOn;
    const may: Record<LeavingAct['kind'], boolean> = {
      offer_end:
        act.kind === 'offer_end' &&
        isBeforeEnd &&
        model.state !== 'settled' &&
        model.offer === null &&
        act.endsOn >= real.today &&
        act.endsOn !== model.endsOn,
      offer_withdrawal: isBeforeEnd && model.state !== 'settled' && model.offer === null,
      accept:
        'side' in act &&
        model.offer !== null &&
        model.offer.by !== act.side &&
        isBeforeEnd &&
        (model.offer.endsOn ?? real.today) >= real.today,
      decline: model.offer !== null,
      begin: model.state === 'noticed',
      settle: (model.state === 'begun' || model.state === 'settled') && !isBeforeEnd,
      end: model.state === 'settled' && !isBeforeEnd,
    };
    expect(typeof next === 'object').toBe(isOpen && may[act.kind]);
    if (typeof next === 'string') return;
    if (act.kind === 'accept' && model.offer !== null) {
      if (model.offer.endsOn === null) model.state = 'withdrawn';
      else model.endsOn = model.offer.endsOn;
    }
    if (act.kind === 'begin') model.state = 'begun';
    if (act.kind === 'settle') model.state = 'settled';
    if (act.kind === 'end') model.state = 'ended';
    if (act.kind === 'offer_end') model.offer = { by: act.side, endsOn: act.endsOn };
    else if (act.kind === 'offer_withdrawal') model.offer = { by: act.side, endsOn: null };
    else if (act.kind !== 'begin' && act.kind !== 'end') model.offer = null;
    expect([next.state, next.endsOn, next.offer === null]).toEqual([model.state, model.endsOn, model.offer === null]);
    // Whatever happens, nobody is out before the notice, and what is over has its day.
    expect(next.endsOn >= next.noticedOn).toBe(true);
    expect(next.endedOn !== null).toBe(next.state === 'ended');
    if (next.endedOn !== null) expect(next.endedOn > next.endsOn).toBe(true);
    real.leaving = next;
  }
  toString = () => `${JSON.stringify(this.act)} after ${this.later} days`;
}

test('whatever both sides do, in whatever order and on whatever day, the machine agrees with its model', () => {
  const side = fc.constantFrom(...sides);
  const act: fc.Arbitrary<LeavingAct> = fc.oneof(
    fc.record({
      kind: fc.constant('offer_end' as const),
      side,
      endsOn: fc.nat(120).map((days) => shiftDate('2026-01-01', days)),
    }),
    fc.record({ kind: fc.constantFrom('offer_withdrawal' as const, 'accept' as const, 'decline' as const), side }),
    fc.record({ kind: fc.constantFrom('begin' as const, 'settle' as const, 'end' as const) }),
  );
  const commands = fc.tuple(act, fc.nat(25)).map(([done, later]) => new Do(done, later));
  fc.assert(
    fc.property(side, fc.commands([commands], { maxCommands: 40 }), (by, list) => {
      const leaving = giveNotice(by, '2026-01-01', '2026-02-28', null);
      if (typeof leaving === 'string') throw new Error(leaving);
      fc.modelRun(
        () => ({
          model: { state: 'noticed', endsOn: '2026-02-28', offer: null } as Model,
          real: { leaving, today: '2026-01-01' },
        }),
        list,
      );
    }),
    { numRuns: 400 },
  );
});

test('notice is for the earliest day or a later one, and reading ends no sooner than the end was pronounced', () => {
  expect(giveNotice('partner', '2026-01-01', '2026-02-28', '2026-02-27')).toBe('too_early');
  expect(giveNotice('partner', '2026-03-01', '2026-02-28', null)).toBe('end_past');
  expect(giveNotice('partner', '2026-01-01', '2026-02-28', '2026-06-30')).toMatchObject({ endsOn: '2026-06-30' });
  expect(readsUntil('2026-02-28', '2026-04-10', 30)).toBe('2026-05-10');
  expect(readsUntil('2026-02-28', '2026-03-01', 0)).toBe('2026-03-01');
});
