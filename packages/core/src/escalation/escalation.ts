import type { Place } from '../deadline/index.ts';
import { otherSide, type Side } from '../partnership/index.ts';
import { daysBetween, shiftDate, type LocalDate } from '../time/index.ts';
import {
  mostAgreedDays,
  mostPausedDays,
  sharedReasons,
  type Dispute,
  type DisputeAct,
  type DisputeRefusal,
  type PauseReason,
} from './dispute.ts';
import type { LadderStep } from './ladder.ts';
import { stepDeadline } from './step-days.ts';

/** A dispute as it begins: on its first step, from that day on. */
export function openDispute(openedBy: Side, on: LocalDate): Dispute {
  return {
    state: 'open',
    openedBy,
    steps: [{ step: 1, firstOn: on, lastOn: null, endedBy: null, extraDays: 0 }],
    pauses: [],
    briefs: [],
    request: null,
    proposals: 0,
    proposal: null,
    endedOn: null,
    actedOn: on,
  };
}

/** Whether nothing can follow: an agreement may still be found after the last step. */
export function isOver({ state }: Pick<Dispute, 'state'>): boolean {
  return state === 'settled' || state === 'decided' || state === 'withdrawn';
}

/** Whether the other side has to agree to a pause. */
export function needsBoth(reason: PauseReason, step: Pick<LadderStep, 'pauses'>): boolean {
  return step.pauses === 'both' || sharedReasons.includes(reason);
}

/** Whether a side reads the other's brief of a step. */
export function showsBrief(dispute: Dispute, ladder: readonly LadderStep[], number: number): boolean {
  if (ladder[number - 1]?.briefs !== 'blind' || isOver(dispute)) return true;
  const record = dispute.steps.find(({ step }) => step === number);
  return record?.lastOn !== null || dispute.briefs.filter(({ step }) => step === number).length === 2;
}

/** The dispute as it stands on a day, once the clock has done what is due: steps up, a pause that lasted too long, the end of the ladder. */
export function advance(dispute: Dispute, ladder: readonly LadderStep[], place: Place, today: LocalDate): Dispute {
  const day = noEarlier(dispute, today);
  let now = dispute;
  for (;;) {
    if (now.state === 'paused') {
      const until = pauseLimit(now);
      if (until === null || day < until) return now;
      now = endPause(now, until);
    }
    const deadline = stepDeadline(now, ladder, place);
    if (deadline === null || day <= deadline) return now;
    now = leaveStep(now, ladder, deadline, 'clock');
  }
}

/** What an act of one side leads to, or why it is refused. The clock comes first, and never goes back behind what was done before. */
export function act(
  dispute: Dispute,
  ladder: readonly LadderStep[],
  place: Place,
  today: LocalDate,
  done: DisputeAct,
): Dispute | DisputeRefusal {
  const on = noEarlier(dispute, today);
  const now = advance(dispute, ladder, place, on);
  if (isOver(now)) return 'over';
  const number = now.steps.at(-1)?.step ?? 1;
  const step = ladder[number - 1];
  if (step === undefined) throw new Error('a dispute stands on a step of its ladder');
  const next = isAboutDecision(done) ? decideOn(now, step, on, done) : moveOn(now, { ladder, number, step, on }, done);
  return typeof next === 'string' ? next : { ...next, actedOn: on };
}

type Decision = Extract<DisputeAct, { kind: 'propose' | 'accept' | 'refuse' | 'decide' }>;

function isAboutDecision(done: DisputeAct): done is Decision {
  return done.kind === 'propose' || done.kind === 'accept' || done.kind === 'refuse' || done.kind === 'decide';
}

function decideOn(now: Dispute, step: LadderStep, on: LocalDate, done: Decision): Dispute | DisputeRefusal {
  if (done.kind === 'propose') {
    const number = now.proposals + 1;
    return { ...now, proposals: number, proposal: { by: done.side, number } };
  }
  if (done.kind === 'decide') {
    if (now.state === 'exhausted' || step.decides !== done.side) return 'not_decider';
    return { ...over(now, 'decided', on), proposals: now.proposals + 1 };
  }
  if (now.proposal === null) return 'nothing_proposed';
  if (now.proposal.number !== done.number) return 'other_proposal';
  // Whoever proposed may take it back, which is to refuse it.
  if (done.kind === 'refuse') return { ...now, proposal: null };
  return now.proposal.by === done.side ? 'own_proposal' : over(now, 'settled', on);
}

interface Stand {
  readonly ladder: readonly LadderStep[];
  readonly number: number;
  readonly step: LadderStep;
  readonly on: LocalDate;
}

function moveOn(now: Dispute, stand: Stand, done: Exclude<DisputeAct, Decision>): Dispute | DisputeRefusal {
  const { ladder, number, step, on } = stand;
  const { side } = done;
  if (done.kind === 'resume') return now.state === 'paused' ? endPause(now, on) : 'not_paused';
  if (now.state === 'exhausted') return 'over';
  switch (done.kind) {
    case 'submit_brief': {
      if (now.briefs.some((brief) => brief.step === number && brief.side === side)) return 'brief_submitted';
      return { ...now, briefs: [...now.briefs, { step: number, side, on }] };
    }
    case 'pause':
      return askPause(now, stand, side, done.reason);
    case 'extend': {
      if (now.state === 'paused') return 'paused';
      return now.request === null ? { ...now, request: { kind: 'extension', by: side, days: done.days } } : 'asked_already';
    }
    case 'agree':
      return agree(now, number, on, side);
    case 'decline':
      return now.request === null ? 'nothing_asked' : { ...now, request: null };
    case 'step_up': {
      if (now.state === 'paused') return 'paused';
      if (!now.briefs.some((brief) => brief.step === number && brief.side === side)) return 'no_brief';
      return number >= ladder.length ? 'last_step' : leaveStep(now, ladder, on, side);
    }
    case 'end_mediation': {
      if (step.kind !== 'mediation') return 'no_mediation';
      return leaveStep(now.state === 'paused' ? endPause(now, on) : now, ladder, on, side);
    }
    case 'withdraw':
      return side === now.openedBy ? over(now, 'withdrawn', on) : 'not_opener';
  }
}

function askPause(now: Dispute, { number, step, on }: Stand, side: Side, reason: PauseReason): Dispute | DisputeRefusal {
  if (now.state === 'paused') return 'paused';
  const isShared = needsBoth(reason, step);
  if (pausedDays(now, number) >= (isShared ? mostAgreedDays : mostPausedDays)) return 'paused_enough';
  if (!isShared) return pause(now, { number, on, by: side, reason, agreed: false });
  return now.request === null ? { ...now, request: { kind: 'pause', by: side, reason } } : 'asked_already';
}

function agree(now: Dispute, number: number, on: LocalDate, side: Side): Dispute | DisputeRefusal {
  const { request } = now;
  if (request === null) return 'nothing_asked';
  if (otherSide(request.by) !== side) return 'own_request';
  if (now.state === 'paused') return 'paused';
  if (request.kind === 'pause') {
    return pause(now, { number, on, by: request.by, reason: request.reason, agreed: true });
  }
  const steps = now.steps.map((record) =>
    record.step === number ? { ...record, extraDays: record.extraDays + request.days } : record,
  );
  return { ...now, request: null, steps };
}

interface Paused {
  readonly number: number;
  readonly on: LocalDate;
  readonly by: Side;
  readonly reason: PauseReason;
  readonly agreed: boolean;
}

// A pause answers what was asked: whoever still wants more days asks again when the clock runs.
function pause(now: Dispute, { number: step, on: from, by, reason, agreed }: Paused): Dispute {
  const pauses = [...now.pauses, { step, from, to: null, reason, by, agreed }];
  return { ...now, state: 'paused', request: null, pauses };
}

function over(dispute: Dispute, state: 'settled' | 'decided' | 'withdrawn', on: LocalDate): Dispute {
  const pauses = dispute.pauses.map((one) => (one.to === null ? { ...one, to: on } : one));
  const steps = dispute.steps.map((record) => (record.lastOn === null ? { ...record, lastOn: on } : record));
  return { ...dispute, state, steps, pauses, request: null, endedOn: on };
}

function leaveStep(dispute: Dispute, ladder: readonly LadderStep[], lastOn: LocalDate, endedBy: Side | 'clock'): Dispute {
  const steps = dispute.steps.map((record) => (record.lastOn === null ? { ...record, lastOn, endedBy } : record));
  const step = steps.length + 1;
  const left = { ...dispute, request: null };
  if (step > ladder.length) return { ...left, state: 'exhausted', steps, endedOn: lastOn };
  return { ...left, steps: [...steps, { step, firstOn: lastOn, lastOn: null, endedBy: null, extraDays: 0 }] };
}

function endPause(dispute: Dispute, to: LocalDate): Dispute {
  return { ...dispute, state: 'open', pauses: dispute.pauses.map((one) => (one.to === null ? { ...one, to } : one)) };
}

function pausedDays({ pauses }: Dispute, step: number): number {
  return pauses.reduce((sum, one) => (one.step === step && one.to !== null ? sum + daysBetween(one.from, one.to) : sum), 0);
}

function pauseLimit(dispute: Dispute): LocalDate | null {
  const running = dispute.pauses.find(({ to }) => to === null);
  if (running === undefined) return null;
  const most = running.agreed ? mostAgreedDays : mostPausedDays;
  return shiftDate(running.from, Math.max(0, most - pausedDays(dispute, running.step)));
}

/** The day, unless the clock was set back behind what was done, by somebody or by the clock itself. */
function noEarlier({ actedOn, steps, pauses }: Dispute, day: LocalDate): LocalDate {
  const known = [actedOn, ...steps.map(({ firstOn }) => firstOn), ...pauses.map(({ from, to }) => to ?? from)];
  return known.reduce((one, other) => (one < other ? other : one), day);
}
