import type { Cap } from '../plan/plan.ts';
import type { CapOwner } from './counter-key.ts';
import type { CounterSubject } from './counter-subject.ts';

/** Whom a cap of this scope counts the event for; null when the event has no customer to count for. */
export function capOwner(
  { partner, customer }: Pick<CounterSubject, 'partner' | 'customer'>,
  scope: Cap['scope'],
): CapOwner | null {
  const { enrollmentId, programId } = partner;
  if (scope === 'partner') return { scope, enrollmentId };
  if (scope === 'program') return { scope, programId };
  return customer.id === null ? null : { scope, enrollmentId, customerId: customer.id };
}
