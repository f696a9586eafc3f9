import { act, advance, type Dispute, type DisputeAct, isOver, stepDeadline } from '@cordee/core/escalation';
import { otherSide, type Side, sides } from '@cordee/core/partnership';
import type { LocalDate } from '@cordee/core/time';
import type { disputeActs } from '@cordee/contract/dispute';
import { type FrozenLadder, placeOf } from './ladder/frozen-ladder.ts';
import type { Standing } from './store/dispute.store.ts';

export type ActName = (typeof disputeActs)[number];

/** What lists and the clock go by. */
export function standingOf(run: Dispute, ladder: FrozenLadder): Standing {
  return {
    state: run.state,
    step: run.steps.length,
    deadline: stepDeadline(run, ladder.steps, placeOf(ladder)),
    waitsFor: waitsFor(run),
    endedOn: run.endedOn,
  };
}

/** Whose answer, else whose brief, is awaited. */
function waitsFor(run: Dispute): Side | 'both' | null {
  if (isOver(run)) return null;
  const asked = run.request ?? run.proposal;
  if (asked !== null) return otherSide(asked.by);
  if (run.state !== 'open') return null;
  const step = run.steps.length;
  const missing = sides.filter((side) => !run.briefs.some((brief) => brief.step === step && brief.side === side));
  if (missing.length === 2) return 'both';
  return missing[0] ?? null;
}

/** The run as the clock has it on a day. */
export function runOn(run: Dispute, ladder: FrozenLadder, today: LocalDate): Dispute {
  return advance(run, ladder.steps, placeOf(ladder), today);
}

const tries: readonly (readonly [ActName, (side: Side, number: number) => DisputeAct])[] = [
  ['submit_brief', (side) => ({ kind: 'submit_brief', side })],
  // For a reason of one's own, or one both have to agree on: each is kept by something else.
  ['pause', (side) => ({ kind: 'pause', side, reason: 'documents' })],
  ['pause', (side) => ({ kind: 'pause', side, reason: 'agreed' })],
  ['resume', (side) => ({ kind: 'resume', side })],
  ['extend', (side) => ({ kind: 'extend', side, days: 1 })],
  ['agree', (side) => ({ kind: 'agree', side })],
  ['decline', (side) => ({ kind: 'decline', side })],
  ['step_up', (side) => ({ kind: 'step_up', side })],
  ['end_mediation', (side) => ({ kind: 'end_mediation', side })],
  ['propose', (side) => ({ kind: 'propose', side })],
  ['decide', (side) => ({ kind: 'decide', side })],
  ['accept', (side, number) => ({ kind: 'accept', side, number })],
  ['refuse', (side, number) => ({ kind: 'refuse', side, number })],
  ['withdraw', (side) => ({ kind: 'withdraw', side })],
];

/** What a side may do on a day. */
export function actsAllowed(run: Dispute, ladder: FrozenLadder, today: LocalDate, side: Side): ActName[] {
  if (isOver(run)) return [];
  const isMediated = isMediating(run, ladder);
  const number = run.proposal?.number ?? 0;
  const place = placeOf(ladder);
  const allowed = tries.filter(([, make]) => typeof act(run, ladder.steps, place, today, make(side, number)) !== 'string');
  return ['say', ...new Set(allowed.map(([name]) => name)), ...(isMediated ? (['name_mediator'] as const) : [])];
}

/** Whether the step that runs is a mediation. */
export function isMediating(run: Dispute, { steps }: FrozenLadder): boolean {
  const runs = run.state === 'open' || run.state === 'paused';
  return runs && steps[run.steps.length - 1]?.kind === 'mediation';
}
