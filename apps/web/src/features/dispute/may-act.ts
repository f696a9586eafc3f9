import { chosenMembership } from '../../lib/membership-choice.ts';
import { portalView } from '../../lib/portal-view.ts';
import type { Side } from './dispute.queries.ts';

/** Whether whoever looks may act for the side: owners and managers, or a partner's own people. */
export function mayAct(side: Side): boolean {
  return side === 'partner' ? portalView() === null : ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
}
