import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FactKind } from './fact.queries.ts';

export const kindWords: Readonly<Record<FactKind, MessageDescriptor>> = {
  click: msg`Click`,
  lead: msg`Lead`,
  lead_qualified: msg`Qualified lead`,
  sale: msg`Sale`,
  refund: msg`Refund`,
  refund_failed: msg`Failed refund`,
  dispute_opened: msg`Dispute opened`,
  dispute_won: msg`Dispute won`,
  dispute_lost: msg`Dispute lost`,
  cancellation: msg`Cancellation`,
  referral: msg`Partner referred`,
  deal: msg`Registered deal`,
  introduction: msg`Introduction`,
  contribution: msg`Declared contribution`,
  agreement: msg`Agreed split`,
  contribution_ended: msg`Contribution ended`,
  commission_approved: msg`Commission approved`,
  commission_held: msg`Commission held`,
  commission_unheld: msg`Hold lifted`,
  commission_refused: msg`Commission refused`,
  maturity: msg`End of holds`,
  payout_started: msg`Payout started`,
  payout_confirmed: msg`Payout confirmed`,
  payout_rejected: msg`Payout rejected`,
  currency_exchanged: msg`Currency exchange`,
  invoice_issued: msg`Invoice issued`,
  credit_note_issued: msg`Credit note issued`,
};
