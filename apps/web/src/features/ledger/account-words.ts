import type { AccountKind } from '@cordee/core/ledger';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const accountWords: Readonly<Record<AccountKind, MessageDescriptor>> = {
  pending: msg`In its hold`,
  payable: msg`Payable`,
  in_payout: msg`In a payout`,
  paid: msg`Paid`,
  commission_expense: msg`Commissions, as a cost`,
  vat: msg`Deductible VAT`,
  vat_due: msg`VAT due`,
  withholding: msg`Withholding`,
  exchange: msg`Currency exchange`,
  planned_debt: msg`Debts under a plan`,
  debt_waived: msg`Debts waived`,
  rounding: msg`Rounding`,
  adjustment: msg`Adjustments`,
};
