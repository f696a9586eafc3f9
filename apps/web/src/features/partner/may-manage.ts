import { chosenMembership } from '../../lib/membership-choice.ts';

/** Whether the person decides about partners, as the server says too. */
export function mayManage(): boolean {
  return ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
}

/** Whether the person writes down what was agreed. */
export function mayWriteNotes(): boolean {
  return ['owner', 'manager', 'finance'].includes(chosenMembership()?.role ?? '');
}
