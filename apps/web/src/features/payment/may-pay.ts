import { chosenMembership } from '../../lib/membership-choice.ts';

/** Whether who looks may move money: the server refuses others on its own. */
export function mayPay(): boolean {
  const role = chosenMembership()?.role;
  return role === 'owner' || role === 'finance';
}
