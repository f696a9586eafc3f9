import type { DutyOwner } from '@cordee/core/obligation';
import type { Side } from '@cordee/core/partnership';

/** Steps that people say are done; the others follow from days and from what is done elsewhere. */
const manual: ReadonlySet<string> = new Set(['assets', 'data', 'last_statement', 'final_account']);

/** Whether somebody of a side may say that a step is done: its owner, and for what is given back whoever it is given to. */
export function mayDoStep(step: string, owner: DutyOwner, side: Side): boolean {
  return manual.has(step) && (owner === 'both' || owner === side || step === 'assets');
}
