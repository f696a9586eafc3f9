import { addOpenDays, isOpenDay, type Place } from '../deadline/index.ts';
import type { Side } from '../partnership/index.ts';
import { daysBetween, shiftDate, type LocalDate } from '../time/index.ts';

export interface LadderStep {
  readonly businessDays: number;
}

export const pauseReasons = ['information_awaited', 'absence', 'agreed', 'expert'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** The most days the pauses of one step may take together. */
export const mostPausedDays = 30;

export interface DisputePause {
  readonly step: number;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly reason: PauseReason;
}

/** What one side says about a dispute at a step, for who decides there. */
export interface Brief {
  readonly step: number;
  readonly side: Side;
  readonly facts: string;
  readonly options: string;
  readonly recommendation: string;
}

export const disputeStates = ['open', 'paused', 'settled', 'exhausted', 'withdrawn'] as const;
export type DisputeState = (typeof disputeStates)[number];

export interface StepRecord {
  readonly step: number;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate | null;
  readonly endedBy: Side | 'clock' | null;
}

export interface Dispute {
  readonly state: DisputeState;
  readonly openedBy: Side;
  /** Each step that was reached, in order; the last one runs. */
  readonly steps: readonly StepRecord[];
  readonly pauses: readonly DisputePause[];
  readonly briefs: readonly Brief[];
  readonly proposal: { readonly by: Side; readonly text: string } | null;
  readonly endedOn: LocalDate | null;
}

export type DisputeAct =
  | {
      readonly kind: 'write_brief';
      readonly side: Side;
      readonly facts: string;
      readonly options: string;
      readonly recommendation: string;
    }
  | { readonly kind: 'pause'; readonly side: Side; readonly reason: PauseReason }
  | { readonly kind: 'resume'; readonly side: Side }
  | { readonly kind: 'step_up'; readonly side: Side }
  | { readonly kind: 'propose'; readonly side: Side; readonly text: string }
  | { readonly kind: 'accept'; readonly side: Side }
  | { readonly kind: 'withdraw'; readonly side: Side };

export type DisputeRefusal =
  | 'over'
  | 'paused'
  | 'not_paused'
  | 'no_brief'
  | 'last_step'
  | 'nothing_proposed'
  | 'own_proposal'
  | 'not_opener'
  | 'paused_enough';

/** A dispute as it begins: on its first step, from that day on. */
export function openDispute(openedBy: Side, on: LocalDate): Dispute {
  const first = { step: 1, firstOn: on, lastOn: null, endedBy: null };
  return { state: 'open', openedBy, steps: [first], pauses: [], briefs: [], proposal: null, endedOn: null };
}

/** The last day of the step that runs; null while the clock stands still, and once nothing runs. */
export function stepDeadline({ state, steps, pauses }: Dispute, ladder: readonly LadderStep[], place: Place): LocalDate | null {
  const current = steps.at(-1);
  const length = current === undefined ? undefined : ladder[current.step - 1];
  if (state !== 'open' || current === undefined || length === undefined) return null;
  const stood = pauses.filter(({ step }) => step === current.step);
  if (stood.length === 0) return addOpenDays(current.firstOn, length.businessDays, 'business', place);
  let day = current.firstOn;
  for (let left = length.businessDays; left > 0;) {
    day = shiftDate(day, 1);
    const isPaused = stood.some(({ from, to }) => from <= day && (to === null || day < to));
    if (isOpenDay(day, 'business', place) && !isPaused) left -= 1;
  }
  return day;
}

/** The dispute as it stands on a day, once the clock has done what is due: steps up, a pause that lasted too long, the end of the ladder. */
export function advance(dispute: Dispute, ladder: readonly LadderStep[], place: Place, today: LocalDate): Dispute {
  let now = dispute;
  for (;;) {
    if (now.state === 'paused') {
      const until = pauseLimit(now);
      if (until === null || today < until) return now;
      now = endPause(now, until);
    }
    const deadline = stepDeadline(now, ladder, place);
    if (deadline === null || today <= deadline) return now;
    now = leaveStep(now, ladder, deadline, 'clock');
  }
}

/** What an act of one side leads to, or why it is refused. The clock comes first. */
export function act(
  dispute: Dispute,
  ladder: readonly LadderStep[],
  place: Place,
  today: LocalDate,
  done: DisputeAct,
): Dispute | DisputeRefusal {
  const now = advance(dispute, ladder, place, today);
  if (now.state === 'settled' || now.state === 'withdrawn') return 'over';
  const step = now.steps.at(-1)?.step ?? 1;
  const isExhausted = now.state === 'exhausted';
  switch (done.kind) {
    case 'write_brief': {
      const { side, facts, options, recommendation } = done;
      return isExhausted ? 'over' : { ...now, briefs: [...now.briefs, { step, side, facts, options, recommendation }] };
    }
    case 'pause': {
      if (isExhausted) return 'over';
      if (now.state === 'paused') return 'paused';
      if (pausedDays(now, step) >= mostPausedDays) return 'paused_enough';
      return { ...now, state: 'paused', pauses: [...now.pauses, { step, from: today, to: null, reason: done.reason }] };
    }
    case 'resume':
      return now.state === 'paused' ? endPause(now, today) : 'not_paused';
    case 'step_up':
      if (isExhausted) return 'over';
      if (now.state === 'paused') return 'paused';
      if (!now.briefs.some((brief) => brief.step === step && brief.side === done.side)) return 'no_brief';
      return step >= ladder.length ? 'last_step' : leaveStep(now, ladder, today, done.side);
    case 'propose':
      return { ...now, proposal: { by: done.side, text: done.text } };
    case 'accept':
      if (now.proposal === null) return 'nothing_proposed';
      return now.proposal.by === done.side ? 'own_proposal' : over(now, 'settled', today);
    case 'withdraw':
      if (done.side !== now.openedBy) return 'not_opener';
      return isExhausted ? 'over' : over(now, 'withdrawn', today);
  }
}

function over(dispute: Dispute, state: 'settled' | 'withdrawn', on: LocalDate): Dispute {
  const pauses = dispute.pauses.map((pause) => (pause.to === null ? { ...pause, to: on } : pause));
  const steps = dispute.steps.map((record) => (record.lastOn === null ? { ...record, lastOn: on } : record));
  return { ...dispute, state, steps, pauses, endedOn: on };
}

function leaveStep(dispute: Dispute, ladder: readonly LadderStep[], lastOn: LocalDate, endedBy: Side | 'clock'): Dispute {
  const steps = dispute.steps.map((record) => (record.lastOn === null ? { ...record, lastOn, endedBy } : record));
  const step = steps.length + 1;
  if (step > ladder.length) return { ...dispute, state: 'exhausted', steps, endedOn: lastOn };
  return { ...dispute, steps: [...steps, { step, firstOn: lastOn, lastOn: null, endedBy: null }] };
}

function endPause(dispute: Dispute, to: LocalDate): Dispute {
  return { ...dispute, state: 'open', pauses: dispute.pauses.map((pause) => (pause.to === null ? { ...pause, to } : pause)) };
}

function pausedDays({ pauses }: Dispute, step: number): number {
  return pauses.reduce(
    (sum, pause) => (pause.step === step && pause.to !== null ? sum + daysBetween(pause.from, pause.to) : sum),
    0,
  );
}

function pauseLimit(dispute: Dispute): LocalDate | null {
  const open = dispute.pauses.find(({ to }) => to === null);
  return open === undefined ? null : shiftDate(open.from, Math.max(0, mostPausedDays - pausedDays(dispute, open.step)));
}
