import type { TransactionKind } from '@cordee/core/ledger';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { loadCatalogue } from '../../i18n/catalogues.ts';

// Of two features and of no first screen: the words come with whatever shows them.
await loadCatalogue('transaction');

export const transactionWords: Readonly<Record<TransactionKind, MessageDescriptor>> = {
  accrual: msg`Commission earned`,
  reversal: msg`Commission taken back`,
  restitution: msg`Commission given back`,
  suspension: msg`Suspended during a dispute`,
  restoration: msg`End of the suspension`,
  holding: msg`Commission held`,
  refusal: msg`Commission refused`,
  release: msg`End of the hold`,
  payout_started: msg`Payout started`,
  payout_confirmed: msg`Payout confirmed`,
  payout_rejected: msg`Payout rejected`,
  exchange: msg`Currency exchange`,
  invoice: msg`VAT of an invoice`,
  credit_note: msg`VAT of a credit note`,
  debt_planned: msg`Debt put under a plan`,
  debt_kept_back: msg`Debt kept back`,
  debt_paid: msg`Debt paid by the partner`,
  debt_waived: msg`Debt waived`,
  debt_returned: msg`Debt back from a plan`,
};
