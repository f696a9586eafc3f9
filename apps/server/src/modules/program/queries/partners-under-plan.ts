import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { enrollmentsToContract } from '../enrollment-answer.ts';
import { selectEnrollments } from '../enrollment.store.ts';
import { decodeId, encodeId } from '@cordee/core/ids';

export interface UnderPlan {
  readonly planId: string;
  readonly programId: string;
  /** Whether enrollments without a plan of their own are under it. */
  readonly isDefault: boolean;
  /** Whether those that have the plan as their own are left out. */
  readonly onlyDefault?: boolean;
  /** The last enrollment seen so far. */
  readonly after: string | null;
  readonly limit: number;
}

/** A page of the partners a plan holds for at `now`, their enrollments not ended; `next` is null at the end. */
export async function partnersUnderPlan(
  tx: Tx,
  workspaceId: string,
  { planId, programId, isDefault, onlyDefault = false, after, limit }: UnderPlan,
  now: Instant,
): Promise<{ partnerIds: string[]; next: string | null }> {
  const enrollments = await selectEnrollments(tx, workspaceId, { programId, partnerId: null, after, limit });
  const shown = await enrollmentsToContract(tx, workspaceId, enrollments, now);
  const own = encodeId('pln', planId);
  const under = shown.filter(
    (enrollment) =>
      enrollment.state !== 'ended' && (enrollment.planId === null ? isDefault : !onlyDefault && enrollment.planId === own),
  );
  return {
    partnerIds: under.map(({ partnerId }) => decodeId('prt', partnerId)).filter((id) => id !== null),
    next: enrollments.length < limit ? null : (enrollments.at(-1)?.id ?? null),
  };
}
