import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { frenchHolidays } from '../deadline/index.ts';
import { daysBetween, shiftDate } from '../time/index.ts';
import { act, advance, type Dispute, type DisputeAct, mostPausedDays, openDispute, stepDeadline } from './index.ts';

const place = { calendar: frenchHolidays, region: null };
const ladder = [{ businessDays: 3 }, { businessDays: 2 }, { businessDays: 5 }];

function after(dispute: Dispute, on: string, done: DisputeAct): Dispute {
  const next = act(dispute, ladder, place, on, done);
  if (typeof next === 'string') throw new Error(next);
  return next;
}

test('steps end by business days, holidays left out, each from the day the one before was over', () => {
  const opened = openDispute('partner', '2026-04-30'); // a Thursday before 1 May
  expect(stepDeadline(opened, ladder, place)).toBe('2026-05-06');
  expect(advance(opened, ladder, place, '2026-05-06').steps).toHaveLength(1);
  const late = advance(opened, ladder, place, '2026-06-30');
  expect(late.steps.map(({ lastOn, endedBy }) => [lastOn, endedBy])).toEqual([
    ['2026-05-06', 'clock'],
    ['2026-05-11', 'clock'], // 8 May is a holiday
    ['2026-05-19', 'clock'], // so is Ascension
  ]);
  expect([late.state, late.endedOn]).toEqual(['exhausted', '2026-05-19']);
});

test('the clock stands still in a pause, which ends by itself when it has lasted too long', () => {
  const opened = openDispute('partner', '2026-06-01');
  const paused = after(opened, '2026-06-02', { kind: 'pause', side: 'company', reason: 'expert' });
  expect(stepDeadline(paused, ladder, place)).toBeNull();
  const resumed = after(paused, '2026-06-05', { kind: 'resume', side: 'partner' });
  expect(stepDeadline(resumed, ladder, place)).toBe('2026-06-09');
  expect(advance(paused, ladder, place, '2026-07-02').pauses[0]?.to).toBe('2026-07-02');
});

test('who steps up wrote a brief; who proposed cannot accept; only who opened withdraws', () => {
  const opened = openDispute('partner', '2026-06-01');
  const tried = (dispute: Dispute, done: DisputeAct) => act(dispute, ladder, place, '2026-06-02', done);
  expect(tried(opened, { kind: 'step_up', side: 'partner' })).toBe('no_brief');
  const brief = { kind: 'write_brief', facts: 'f', options: 'o', recommendation: 'r' } as const;
  const written = after(opened, '2026-06-02', { ...brief, side: 'company' });
  expect(tried(written, { kind: 'step_up', side: 'partner' })).toBe('no_brief');
  expect(after(written, '2026-06-02', { kind: 'step_up', side: 'company' }).steps.at(-1)?.step).toBe(2);
  const proposed = after(written, '2026-06-02', { kind: 'propose', side: 'company', text: 'Half' });
  expect(tried(proposed, { kind: 'accept', side: 'company' })).toBe('own_proposal');
  expect(tried(opened, { kind: 'accept', side: 'partner' })).toBe('nothing_proposed');
  expect(tried(opened, { kind: 'withdraw', side: 'company' })).toBe('not_opener');
  const settled = after(proposed, '2026-06-02', { kind: 'accept', side: 'partner' });
  expect(settled.state).toBe('settled');
  expect(tried(settled, { kind: 'propose', side: 'partner', text: 'More' })).toBe('over');
});

// The model knows only the state, whose turn it is and which briefs there are; days are the machine's.
interface Model {
  state: Dispute['state'];
  briefs: Set<string>;
  proposedBy: string | null;
}

const sides = fc.constantFrom('company' as const, 'partner' as const);
const acts: fc.Arbitrary<DisputeAct> = fc.oneof(
  fc.record({
    kind: fc.constant('write_brief' as const),
    side: sides,
    facts: fc.string(),
    options: fc.string(),
    recommendation: fc.string(),
  }),
  fc.record({ kind: fc.constant('pause' as const), side: sides, reason: fc.constant('absence' as const) }),
  fc.record({
    kind: fc.constantFrom('resume' as const, 'step_up' as const, 'accept' as const, 'withdraw' as const),
    side: sides,
  }),
  fc.record({ kind: fc.constant('propose' as const), side: sides, text: fc.string() }),
);

test('whatever both sides do, in whatever order and however late, the machine agrees with its model', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), acts), { maxLength: 40 }), sides, (moves, openedBy) => {
      let today = '2026-01-05';
      let dispute = openDispute(openedBy, today);
      const model: Model = { state: 'open', briefs: new Set(), proposedBy: null };
      for (const [days, done] of moves) {
        today = shiftDate(today, days);
        const clocked = advance(dispute, ladder, place, today);
        expect(advance(clocked, ladder, place, today)).toEqual(clocked);
        expect(clocked.steps.length).toBeGreaterThanOrEqual(dispute.steps.length);
        if (model.state === 'open' || model.state === 'paused') model.state = clocked.state;
        expect(clocked.state).toBe(model.state);
        const step = clocked.steps.length;
        const next = act(dispute, ladder, place, today, done);
        const allowed = isAllowed(model, done, step, openedBy, clocked);
        expect(typeof next !== 'string', `${done.kind} in ${model.state}`).toBe(allowed);
        if (typeof next === 'string') {
          dispute = clocked;
          continue;
        }
        follow(model, done, step);
        expect(next.state).toBe(model.state);
        expect(next.steps.filter(({ lastOn }) => lastOn === null).length).toBe(
          next.state === 'open' || next.state === 'paused' ? 1 : 0,
        );
        expect(next.pauses.filter(({ to }) => to === null).length).toBe(next.state === 'paused' ? 1 : 0);
        dispute = next;
      }
    }),
    { numRuns: 400 },
  );
});

function isAllowed(model: Model, { kind, side }: DisputeAct, step: number, openedBy: string, dispute: Dispute): boolean {
  if (model.state === 'settled' || model.state === 'withdrawn') return false;
  if (kind === 'propose') return true;
  if (kind === 'accept') return model.proposedBy !== null && model.proposedBy !== side;
  if (kind === 'resume') return model.state === 'paused';
  if (model.state === 'exhausted') return false;
  if (kind === 'withdraw') return side === openedBy;
  if (kind === 'write_brief') return true;
  if (model.state === 'paused') return false;
  if (kind === 'step_up') return step < ladder.length && model.briefs.has(`${step} ${side}`);
  const stood = dispute.pauses.filter((pause) => pause.step === step).map(({ from, to }) => daysBetween(from, to ?? from));
  return stood.reduce((sum, days) => sum + days, 0) < mostPausedDays;
}

function follow(model: Model, { kind, side }: DisputeAct, step: number): void {
  if (kind === 'write_brief') model.briefs.add(`${step} ${side}`);
  if (kind === 'propose') model.proposedBy = side;
  if (kind === 'pause') model.state = 'paused';
  if (kind === 'resume') model.state = 'open';
  if (kind === 'accept') model.state = 'settled';
  if (kind === 'withdraw') model.state = 'withdrawn';
}
