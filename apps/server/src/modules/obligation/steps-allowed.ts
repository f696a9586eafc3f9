import type { ObligationStep } from '@cordee/contract/obligation';
import type { DutyOwner, DutyState, ProofKind } from '@cordee/core/obligation';

interface Standing {
  readonly owner: DutyOwner;
  readonly state: DutyState;
  readonly proof: ProofKind;
  readonly lastKind: ObligationStep | null;
}

/** What a side may do about an obligation as it stands. Company and partner watch over each other; what both owe, either hands in. */
export function stepsAllowed({ owner, state, proof, lastKind }: Standing, side: 'company' | 'partner'): ObligationStep[] {
  const steps: ObligationStep[] = [];
  const isOver = lastKind === 'waived' || lastKind === 'missed';
  const watches = owner === 'both' || owner !== side;
  if (!isOver && lastKind !== 'handed_in' && proof !== 'none' && (side === 'company' || owner !== 'company'))
    steps.push('handed_in');
  // Who handed something in for both cannot refuse it: the other does.
  if (lastKind === 'handed_in' && watches) steps.push('refused');
  if (!isOver && watches && state !== 'kept' && state !== 'kept_late') steps.push('waived');
  const mayMiss = state === 'late' || state === 'missed' || (proof === 'none' && lastKind === null);
  if (!isOver && watches && mayMiss) steps.push('missed');
  return steps;
}
