import { chosenMembership } from '../../lib/membership-choice.ts';
import type { Contribution } from './contribution.queries.ts';

export type Step = 'confirm' | 'refuse' | 'withdraw';
/** Asks what a decision needs before it is sent. */
export type Ask = (step: Step, contribution: Contribution) => void;

/** Whether the person decides about contributions, as the server says too. */
export function mayDecide(): boolean {
  return ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
}
