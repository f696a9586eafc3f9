import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FactKind } from './fact.queries.ts';

export const kindWords: Readonly<Record<FactKind, MessageDescriptor>> = {
  click: msg`Click`,
  lead: msg`Lead`,
  lead_qualified: msg`Qualified lead`,
  sale: msg`Sale`,
  refund: msg`Refund`,
  dispute_opened: msg`Dispute opened`,
  dispute_won: msg`Dispute won`,
  dispute_lost: msg`Dispute lost`,
  cancellation: msg`Cancellation`,
  referral: msg`Partner referred`,
  maturity: msg`End of holds`,
  payout_started: msg`Payout started`,
  payout_confirmed: msg`Payout confirmed`,
  payout_rejected: msg`Payout rejected`,
};
