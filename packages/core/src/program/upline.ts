export interface UplineEnrollment {
  readonly id: string;
  readonly programId: string;
  readonly partnerId: string;
  readonly uplineEnrollmentId: string | null;
}

/**
 * Whether a partner of a program may be brought in by `uplineId`: it must be an enrollment of the same program, and the
 * partner may not be found going up from it. `chain` holds at least the enrollments of that program reached from there.
 */
export function checkUpline(
  partnerId: string,
  programId: string,
  uplineId: string,
  chain: ReadonlyMap<string, UplineEnrollment>,
): 'ok' | 'unknown' | 'cycle' {
  const seen = new Set<string>();
  let id: string | null = uplineId;
  while (id !== null) {
    const enrollment: UplineEnrollment | undefined = chain.get(id);
    if (enrollment === undefined || enrollment.programId !== programId) return 'unknown';
    if (enrollment.partnerId === partnerId || seen.has(id)) return 'cycle';
    seen.add(id);
    id = enrollment.uplineEnrollmentId;
  }
  return 'ok';
}
