import type { EnrollmentState } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** How many enrollments of each program are in which state at `now`; the same state as `entryAt` finds. */
export async function countEnrollments(
  tx: Tx,
  workspaceId: string,
  programIds: readonly string[],
  now: Instant,
): Promise<Map<string, Partial<Record<EnrollmentState, number>>>> {
  const counts = new Map<string, Partial<Record<EnrollmentState, number>>>();
  if (programIds.length === 0) return counts;
  const rows = await tx.query<{ program_id: string; state: EnrollmentState; count: number }>(
    `select e.program_id, s.state, count(*)::int as count
       from enrollment e
       cross join lateral (
         select state from enrollment_state s
          where s.workspace_id = $1 and s.enrollment_id = e.id
          order by case when s.from_at <= greatest($3, s.recorded_at) then s.from_at end desc nulls last, s.from_at, s.number desc
          limit 1) s
      where e.workspace_id = $1 and e.program_id = any($2)
      group by 1, 2`,
    [workspaceId, programIds, new Date(now)],
  );
  for (const { program_id, state, count } of rows) counts.set(program_id, { ...counts.get(program_id), [state]: count });
  return counts;
}
