import { chosenMembership } from '../../lib/membership-choice.ts';

/** Whether the person decides about contributions, as the server says too. */
export function mayDecide(): boolean {
  return ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
}
