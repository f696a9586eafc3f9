import type { EnrollmentState } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { entryAt } from '../enrollment-answer.ts';
import { selectEnrollmentsOf, selectPlanEntries, selectStates, type PlanEntry, type StateEntry } from '../enrollment.store.ts';

export interface OpenEnrollment {
  readonly id: string;
  readonly programId: string;
  readonly partnerId: string;
  readonly state: EnrollmentState;
}

/** The enrollments of these partners that have not ended at `now`, in two statements however many. */
export async function openEnrollments(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  now: Instant,
): Promise<OpenEnrollment[]> {
  const enrollments = await selectEnrollmentsOf(tx, workspaceId, partnerIds);
  if (enrollments.length === 0) return [];
  const states = Map.groupBy(
    await selectStates(
      tx,
      workspaceId,
      enrollments.map(({ id }) => id),
    ),
    ({ enrollmentId }) => enrollmentId,
  );
  return enrollments.flatMap(({ id, programId, partnerId }) => {
    const own = states.get(id) ?? [];
    const state = (entryAt(own, now) ?? own[0])?.state;
    return state === undefined || state === 'ended' ? [] : [{ id, programId, partnerId, state }];
  });
}

/** How the enrollments of a partner came to stand as they do. */
export async function enrollmentHistory(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
): Promise<{ programs: ReadonlyMap<string, string>; states: StateEntry[]; plans: PlanEntry[] }> {
  const enrollments = await selectEnrollmentsOf(tx, workspaceId, [partnerId]);
  const ids = enrollments.map(({ id }) => id);
  return {
    programs: new Map(enrollments.map(({ id, programId }) => [id, programId])),
    states: ids.length === 0 ? [] : await selectStates(tx, workspaceId, ids),
    plans: ids.length === 0 ? [] : await selectPlanEntries(tx, workspaceId, ids),
  };
}
