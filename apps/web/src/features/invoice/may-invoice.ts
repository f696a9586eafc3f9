import { chosenMembership } from '../../lib/membership-choice.ts';

/** Whether who looks may make documents out: the server refuses others on its own. */
export function mayInvoice(): boolean {
  return ['owner', 'finance'].includes(chosenMembership()?.role ?? '');
}
