import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { frenchHolidays } from '../deadline/index.ts';
import { daysBetween, shiftDate } from '../time/index.ts';
import {
  act,
  advance,
  daysOfStep,
  type Dispute,
  type DisputeAct,
  isOver,
  type LadderStep,
  mostPausedDays,
  openDispute,
} from './index.ts';

const place = { calendar: frenchHolidays, region: null };
const talks = { kind: 'talks', dayKind: 'business', briefs: 'blind', pauses: 'one_side', decides: 'both' } as const;
const ladder: readonly LadderStep[] = [
  { ...talks, days: 3 },
  { ...talks, days: 2, decides: 'company' },
  { ...talks, days: 20, kind: 'mediation', dayKind: 'calendar' },
];

// The model knows the state, the briefs, what was asked and what is proposed; days are the machine's.
interface Model {
  state: Dispute['state'];
  briefs: Set<string>;
  askedBy: string | null;
  askedKind: string | null;
  proposedBy: string | null;
  proposals: number;
}

const side = fc.constantFrom('company' as const, 'partner' as const);
const acts: fc.Arbitrary<DisputeAct> = fc.oneof(
  fc.record({ kind: fc.constantFrom('submit_brief' as const, 'step_up' as const), side }),
  fc.record({ kind: fc.constant('pause' as const), side, reason: fc.constantFrom('absence' as const, 'agreed' as const) }),
  fc.record({ kind: fc.constant('extend' as const), side, days: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constantFrom('resume' as const, 'agree' as const, 'decline' as const), side }),
  fc.record({ kind: fc.constantFrom('propose' as const, 'decide' as const), side }),
  fc.record({ kind: fc.constantFrom('end_mediation' as const, 'withdraw' as const), side }),
  fc.record({ kind: fc.constantFrom('accept' as const, 'refuse' as const), side, number: fc.integer({ min: 1, max: 4 }) }),
);

test('whatever both sides do, in whatever order and however late, the machine agrees with its model', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: -3, max: 9 }), acts), { maxLength: 40 }), side, (moves, openedBy) => {
      let today = '2026-04-28';
      let dispute = openDispute(openedBy, today);
      const model: Model = { state: 'open', briefs: new Set(), askedBy: null, askedKind: null, proposedBy: null, proposals: 0 };
      for (const [days, done] of moves) {
        today = shiftDate(today, days);
        const clocked = advance(dispute, ladder, place, today);
        expect(advance(clocked, ladder, place, today)).toEqual(clocked);
        followClock(model, dispute, clocked);
        const next = act(dispute, ladder, place, today, done);
        const isAllowedNow = isAllowed(model, done, clocked);
        expect(typeof next !== 'string', `${done.kind} in ${model.state}`).toBe(isAllowedNow);
        if (typeof next === 'string') {
          dispute = clocked;
          continue;
        }
        follow(model, done, clocked);
        expect(next.state).toBe(model.state);
        mustBeWhole(next);
        dispute = next;
      }
    }),
    { numRuns: 500 },
  );
});

function mustBeWhole(dispute: Dispute): void {
  const runs = dispute.state === 'open' || dispute.state === 'paused';
  expect(dispute.steps.filter(({ lastOn }) => lastOn === null).length).toBe(runs ? 1 : 0);
  expect(dispute.pauses.filter(({ to }) => to === null).length).toBe(dispute.state === 'paused' ? 1 : 0);
  let last = '2000-01-01';
  for (const { firstOn, lastOn } of dispute.steps) {
    expect(firstOn >= last && (lastOn ?? firstOn) >= firstOn).toBe(true);
    last = lastOn ?? firstOn;
  }
  for (const { from, to } of dispute.pauses) expect((to ?? from) >= from).toBe(true);
  // A step that the clock ended had all its days, no more and no fewer.
  for (const { step, endedBy, lastOn, extraDays } of dispute.steps) {
    if (endedBy !== 'clock' || lastOn === null) continue;
    const counted = daysOfStep(dispute, step, ladder, place, lastOn).filter(({ is }) => is === 'counted');
    expect(counted.length).toBe((ladder[step - 1]?.days ?? 0) + extraDays);
  }
}

function followClock(model: Model, before: Dispute, clocked: Dispute): void {
  expect(clocked.steps.length).toBeGreaterThanOrEqual(before.steps.length);
  if (clocked.steps.length > before.steps.length || clocked.state === 'exhausted') model.askedBy = model.askedKind = null;
  if (model.state === 'open' || model.state === 'paused') model.state = clocked.state;
  expect(clocked.state).toBe(model.state);
}

function isAllowed(model: Model, done: DisputeAct, dispute: Dispute): boolean {
  const step = dispute.steps.length;
  const isPaused = model.state === 'paused';
  if (isOver(model)) return false;
  if (done.kind === 'propose') return true;
  if (done.kind === 'accept' || done.kind === 'refuse') {
    const isKnown = model.proposedBy !== null && done.number === model.proposals;
    return isKnown && (done.kind === 'refuse' || model.proposedBy !== done.side);
  }
  if (done.kind === 'resume') return isPaused;
  if (model.state === 'exhausted') return false;
  if (done.kind === 'decide') return step === 2 && done.side === 'company';
  if (done.kind === 'withdraw') return done.side === dispute.openedBy;
  if (done.kind === 'submit_brief') return !model.briefs.has(`${step} ${done.side}`);
  if (done.kind === 'end_mediation') return step === 3;
  if (done.kind === 'decline') return model.askedBy !== null;
  if (isPaused) return false;
  if (done.kind === 'agree') return model.askedBy !== null && model.askedBy !== done.side;
  if (done.kind === 'extend') return model.askedBy === null;
  if (done.kind === 'step_up') return step < ladder.length && model.briefs.has(`${step} ${done.side}`);
  const stood = dispute.pauses.filter((pause) => pause.step === step).map(({ from, to }) => daysBetween(from, to ?? from));
  const total = stood.reduce((sum, days) => sum + days, 0);
  return done.reason === 'absence' ? total < mostPausedDays : model.askedBy === null && total < 90;
}

function follow(model: Model, done: DisputeAct, clocked: Dispute): void {
  const ask = (by: string | null, kind: string | null) => {
    model.askedBy = by;
    model.askedKind = kind;
  };
  const pause = () => {
    ask(null, null);
    model.state = 'paused';
  };
  if (done.kind === 'submit_brief') model.briefs.add(`${clocked.steps.length} ${done.side}`);
  if (done.kind === 'pause' && done.reason === 'absence') pause();
  else if (done.kind === 'pause') ask(done.side, 'pause');
  if (done.kind === 'extend') ask(done.side, 'extension');
  if (done.kind === 'agree' && model.askedKind === 'pause') pause();
  else if (done.kind === 'agree') ask(null, null);
  if (done.kind === 'decline' || done.kind === 'step_up') ask(null, null);
  if (done.kind === 'resume') model.state = 'open';
  if (done.kind === 'propose' || done.kind === 'decide') model.proposals += 1;
  if (done.kind === 'propose') model.proposedBy = done.side;
  if (done.kind === 'refuse') model.proposedBy = null;
  if (done.kind === 'accept') model.state = 'settled';
  if (done.kind === 'decide') model.state = 'decided';
  if (done.kind === 'withdraw') model.state = 'withdrawn';
  if (done.kind === 'end_mediation') model.state = 'exhausted';
}
