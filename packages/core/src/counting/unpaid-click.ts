import { compiled } from '../plan/index.ts';
import type { Instant } from '../time/index.ts';
import type { TouchFlag } from './fact.ts';
import type { UnpaidReason } from './outcome.ts';
import { defaultVersionAt, valueAt, type Terms } from './terms.ts';

/** Why a click earns nothing by itself, as its terms were known at `knownAt`; null when its program pays for clicks. */
export function unpaidClick(
  click: { readonly at: Instant; readonly enrollmentId: string; readonly flag: TouchFlag | null },
  terms: Terms,
  knownAt: Instant,
): UnpaidReason | null {
  if (click.flag !== null) return click.flag;
  const enrollment = terms.enrollments.get(click.enrollmentId);
  const program = terms.programs.get(enrollment?.programId ?? '');
  if (enrollment === undefined || program === undefined) return 'no_qualifying_touchpoint';
  if (valueAt(enrollment.states, click.at, knownAt) !== 'active') return 'no_qualifying_touchpoint';
  const version = defaultVersionAt(program, click.at, knownAt);
  if (version === undefined) return 'no_plan_in_force';
  return compiled(version.document).byEvent.click.rules.length === 0 ? 'no_rule_for_event' : null;
}
