import { expect, test } from 'vitest';
import { frenchHolidays } from '../deadline/index.ts';
import {
  act,
  advance,
  daysOfStep,
  type Dispute,
  type DisputeAct,
  type LadderStep,
  openDispute,
  reminderDay,
  showsBrief,
  stepDeadline,
} from './index.ts';

const place = { calendar: frenchHolidays, region: null };
const alsace = { calendar: frenchHolidays, region: 'alsace-moselle' };
const talks = (days: number, more: Partial<LadderStep> = {}): LadderStep => ({
  kind: 'talks',
  days,
  dayKind: 'business',
  briefs: 'blind',
  pauses: 'one_side',
  decides: 'both',
  ...more,
});
const ladder = [talks(3), talks(2), talks(5)];

function after(dispute: Dispute, on: string, done: DisputeAct, steps: readonly LadderStep[] = ladder): Dispute {
  const next = act(dispute, steps, place, on, done);
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

test.each([
  ['over Easter', '2026-04-01', 3, '2026-04-07', '2026-04-08'],
  ['over the bridges of May', '2026-05-05', 4, '2026-05-12', '2026-05-12'],
  ['over Christmas', '2025-12-23', 2, '2025-12-26', '2025-12-29'],
  ['over the end of a leap February', '2028-02-25', 3, '2028-03-01', '2028-03-01'],
])('%s days count as the place says, Alsace and Moselle with two holidays more', (_, from, days, everywhere, there) => {
  const opened = openDispute('company', from);
  expect(stepDeadline(opened, [talks(days)], place)).toBe(everywhere);
  expect(stepDeadline(opened, [talks(days)], alsace)).toBe(there);
});

test('a mediation lasts by the calendar, and one side may end it', () => {
  const steps = [talks(1), { ...talks(60), kind: 'mediation', dayKind: 'calendar' } as const];
  const mediated = advance(openDispute('partner', '2026-06-01'), steps, place, '2026-06-03');
  expect(stepDeadline(mediated, steps, place)).toBe('2026-08-01');
  expect(act(openDispute('partner', '2026-06-01'), steps, place, '2026-06-01', { kind: 'end_mediation', side: 'partner' })).toBe(
    'no_mediation',
  );
  const ended = after(mediated, '2026-06-20', { kind: 'end_mediation', side: 'company' }, steps);
  expect([ended.state, ended.endedOn, ended.steps[1]?.endedBy]).toEqual(['exhausted', '2026-06-20', 'company']);
});

test('the clock stands still in a pause, which ends by itself when it has lasted too long', () => {
  const opened = openDispute('partner', '2026-06-01');
  const paused = after(opened, '2026-06-02', { kind: 'pause', side: 'company', reason: 'expert' });
  expect(stepDeadline(paused, ladder, place)).toBeNull();
  const resumed = after(paused, '2026-06-05', { kind: 'resume', side: 'partner' });
  expect(stepDeadline(resumed, ladder, place)).toBe('2026-06-09');
  expect(advance(paused, ladder, place, '2026-07-02').pauses[0]?.to).toBe('2026-07-02');
});

test('a pause that is nobody’s own, and more days, need both', () => {
  const opened = openDispute('partner', '2026-06-01');
  const asked = after(opened, '2026-06-01', { kind: 'pause', side: 'company', reason: 'holidays' });
  expect([asked.state, asked.request]).toEqual(['open', { kind: 'pause', by: 'company', reason: 'holidays' }]);
  expect(act(asked, ladder, place, '2026-06-01', { kind: 'agree', side: 'company' })).toBe('own_request');
  const paused = after(asked, '2026-06-02', { kind: 'agree', side: 'partner' });
  expect([paused.state, paused.pauses[0]?.agreed, paused.request]).toEqual(['paused', true, null]);
  expect(advance(paused, ladder, place, '2026-08-30').state).toBe('paused');
  const longer = after(opened, '2026-06-01', { kind: 'extend', side: 'partner', days: 5 });
  expect(stepDeadline(longer, ladder, place)).toBe('2026-06-04');
  expect(stepDeadline(after(longer, '2026-06-02', { kind: 'agree', side: 'company' }), ladder, place)).toBe('2026-06-11');
  expect(act(longer, ladder, place, '2026-06-05', { kind: 'agree', side: 'company' })).toBe('nothing_asked');
  const strict = [talks(3, { pauses: 'both' })];
  expect(after(opened, '2026-06-01', { kind: 'pause', side: 'company', reason: 'absence' }, strict).state).toBe('open');
});

test('a brief is handed in once, and read by the other side once both are in or the step is over', () => {
  const opened = openDispute('partner', '2026-06-01');
  const one = after(opened, '2026-06-01', { kind: 'submit_brief', side: 'company' });
  expect(showsBrief(one, ladder, 1)).toBe(false);
  expect(act(one, ladder, place, '2026-06-01', { kind: 'submit_brief', side: 'company' })).toBe('brief_submitted');
  expect(showsBrief(after(one, '2026-06-02', { kind: 'submit_brief', side: 'partner' }), ladder, 1)).toBe(true);
  expect(showsBrief(advance(one, ladder, place, '2026-06-05'), ladder, 1)).toBe(true);
  expect(showsBrief(one, [talks(3, { briefs: 'open' })], 1)).toBe(true);
});

test('who steps up handed in a brief; who proposed cannot accept, nor anybody another proposal than the last; only who opened withdraws', () => {
  const opened = openDispute('partner', '2026-06-01');
  const tried = (dispute: Dispute, done: DisputeAct) => act(dispute, ladder, place, '2026-06-02', done);
  expect(tried(opened, { kind: 'step_up', side: 'partner' })).toBe('no_brief');
  const written = after(opened, '2026-06-02', { kind: 'submit_brief', side: 'company' });
  expect(tried(written, { kind: 'step_up', side: 'partner' })).toBe('no_brief');
  expect(after(written, '2026-06-02', { kind: 'step_up', side: 'company' }).steps.at(-1)?.step).toBe(2);
  const proposed = after(written, '2026-06-02', { kind: 'propose', side: 'company' });
  expect(tried(proposed, { kind: 'accept', side: 'company', number: 1 })).toBe('own_proposal');
  expect(tried(opened, { kind: 'accept', side: 'partner', number: 1 })).toBe('nothing_proposed');
  const changed = after(proposed, '2026-06-02', { kind: 'propose', side: 'company' });
  expect(tried(changed, { kind: 'accept', side: 'partner', number: 1 })).toBe('other_proposal');
  expect(tried(opened, { kind: 'withdraw', side: 'company' })).toBe('not_opener');
  expect(tried(opened, { kind: 'decide', side: 'company' })).toBe('not_decider');
  const settled = after(changed, '2026-06-02', { kind: 'accept', side: 'partner', number: 2 });
  expect(settled.state).toBe('settled');
  expect(tried(settled, { kind: 'propose', side: 'partner' })).toBe('over');
  const named = [talks(3, { decides: 'company' })];
  expect(after(opened, '2026-06-02', { kind: 'decide', side: 'company' }, named).state).toBe('decided');
});

test('a clock that is set back dates nothing before what was done', () => {
  const paused = after(openDispute('partner', '2026-06-01'), '2026-06-03', { kind: 'pause', side: 'company', reason: 'court' });
  const resumed = after(paused, '2026-01-01', { kind: 'resume', side: 'partner' });
  expect([resumed.pauses[0]?.to, resumed.actedOn]).toEqual(['2026-06-03', '2026-06-03']);
  expect(advance(resumed, ladder, place, '2025-01-01')).toEqual(resumed);
});

test('each day of a step says why it counts or not', () => {
  const opened = openDispute('partner', '2026-04-30');
  const days = daysOfStep(advance(opened, ladder, place, '2026-05-07'), 1, ladder, place, '2026-05-07');
  expect(days.map(({ on, is }) => `${on.slice(8)} ${is}`)).toEqual([
    '01 holiday',
    '02 weekend',
    '03 weekend',
    '04 counted',
    '05 counted',
    '06 counted',
  ]);
  expect(days[0]?.holiday?.fr).toBe('Fête du Travail');
  expect(reminderDay('2026-05-11', talks(5), place)).toBe('2026-05-06'); // 8 May and a weekend lie between
  expect(reminderDay('2026-05-06', talks(1), place)).toBe('2026-05-06');
});
