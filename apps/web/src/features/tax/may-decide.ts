import { chosenMembership } from '../../lib/membership-choice.ts';

/** Whether who looks may enter and answer for the company: the server refuses others on its own. */
export function mayDecide(): boolean {
  const role = chosenMembership()?.role;
  return role === 'owner' || role === 'finance';
}
