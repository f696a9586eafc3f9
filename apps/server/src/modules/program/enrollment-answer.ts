import type { Enrollment, EnrollmentDetail } from '@cordee/contract/enrollment';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import {
  selectPlanEntries,
  selectStates,
  type EnrollmentRecord,
  type Entry,
  type PlanEntry,
  type StateEntry,
} from './enrollment.store.ts';

/** Enrollments as they stand at `now`, in two statements however many. */
export async function enrollmentsToContract(
  tx: Tx,
  workspaceId: string,
  enrollments: readonly EnrollmentRecord[],
  now: Instant,
): Promise<Enrollment[]> {
  const ids = enrollments.map(({ id }) => id);
  const states = Map.groupBy(await selectStates(tx, workspaceId, ids), ({ enrollmentId }) => enrollmentId);
  const plans = Map.groupBy(await selectPlanEntries(tx, workspaceId, ids), ({ enrollmentId }) => enrollmentId);
  return enrollments.map((enrollment) =>
    toContract(enrollment, states.get(enrollment.id) ?? [], plans.get(enrollment.id) ?? [], now),
  );
}

export function toContract(
  enrollment: EnrollmentRecord,
  states: readonly StateEntry[],
  plans: readonly PlanEntry[],
  now: Instant,
): Enrollment {
  const current = entryAt(states, now) ?? firstAfter(states, Number.NEGATIVE_INFINITY);
  if (current === undefined) throw new Error(`enrollment ${enrollment.id} has no state`);
  const next = firstAfter(states, Math.max(now, current.from));
  return {
    id: encodeId('enr', enrollment.id),
    programId: encodeId('prg', enrollment.programId),
    partnerId: encodeId('prt', enrollment.partnerId),
    planId: planIdOf((entryAt(plans, now) ?? plans[0])?.planId ?? null),
    state: current.state,
    stateFrom: formatInstant(current.from),
    reason: current.reason,
    announced: next === undefined ? null : { state: next.state, from: formatInstant(next.from), reason: next.reason },
    uplineEnrollmentId: enrollment.uplineEnrollmentId === null ? null : encodeId('enr', enrollment.uplineEnrollmentId),
    createdAt: formatInstant(enrollment.createdAt),
  };
}

export function toDetail(
  enrollment: EnrollmentRecord,
  states: readonly StateEntry[],
  plans: readonly PlanEntry[],
  now: Instant,
): EnrollmentDetail {
  return {
    ...toContract(enrollment, states, plans, now),
    states: states.map((entry) => ({ state: entry.state, reason: entry.reason, ...whenOf(entry) })),
    plans: plans.map((entry) => ({ planId: planIdOf(entry.planId), ...whenOf(entry) })),
  };
}

/** The entry in force: of those that began, the latest start, then the latest learned. Entries come in the order they were learned. */
export function entryAt<Item extends Entry>(entries: readonly Item[], at: Instant): Item | undefined {
  let best: Item | undefined;
  for (const entry of entries) {
    // What held at once when it was recorded is in force, whatever the two clocks say.
    if (entry.from > at && entry.from > entry.recordedAt) continue;
    if (best === undefined || entry.from >= best.from) best = entry;
  }
  return best;
}

function firstAfter<Item extends Entry>(entries: readonly Item[], at: Instant): Item | undefined {
  let first: Item | undefined;
  for (const entry of entries) {
    if (entry.from > at && (first === undefined || entry.from <= first.from)) first = entry;
  }
  return first;
}

function whenOf(entry: Entry) {
  return { from: formatInstant(entry.from), recordedAt: formatInstant(entry.recordedAt) };
}

function planIdOf(planId: string | null): string | null {
  return planId === null ? null : encodeId('pln', planId);
}
