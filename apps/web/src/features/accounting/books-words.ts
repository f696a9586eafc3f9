import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Beneficiary, BookFile, DeclarationSettings } from './ask-books.ts';

export const formatWords: Readonly<Record<BookFile['format'], MessageDescriptor>> = {
  fec: msg`FEC`,
  csv: msg`CSV`,
  hledger: msg`hledger`,
};

export const fileStates: Readonly<Record<BookFile['state'], { tone: 'good' | 'wait' | 'bad'; word: MessageDescriptor }>> = {
  waiting: { tone: 'wait', word: msg`waiting` },
  running: { tone: 'wait', word: msg`being written` },
  done: { tone: 'good', word: msg`ready` },
  failed: { tone: 'bad', word: msg`not written` },
};

/** What stands on each account, in the order people look for it. */
export const accountWords: readonly (readonly [kind: string, label: MessageDescriptor])[] = [
  ['commission_expense', msg`Commissions, the expense`],
  ['pending', msg`Earned, not due yet`],
  ['payable', msg`Due to partners`],
  ['in_payout', msg`Payments on their way`],
  ['paid', msg`Bank`],
  ['vat', msg`Deductible VAT`],
  ['vat_due', msg`VAT due, reverse charge`],
  ['withholding', msg`Withheld taxes`],
  ['exchange', msg`Balances exchanged`],
  ['exchange_loss', msg`Exchange losses`],
  ['exchange_gain', msg`Exchange gains`],
  ['planned_debt', msg`Debts of partners under a plan`],
  ['debt_waived', msg`Debts waived`],
  ['adjustment', msg`Corrections`],
  ['rounding', msg`Rounding`],
];

export const journalWords: readonly (readonly [kind: string, label: MessageDescriptor])[] = [
  ['commissions', msg`Commissions`],
  ['invoices', msg`Invoices`],
  ['payments', msg`Payouts`],
  ['exchange', msg`Exchange, transfers`],
];

export const missingWords: Readonly<Record<Beneficiary['missing'][number], MessageDescriptor>> = {
  kind: msg`what it is for tax`,
  country: msg`country`,
  country_code: msg`a country whose code is known`,
  siret: msg`SIRET`,
  street: msg`street`,
  post_code: msg`post code`,
  town: msg`town`,
};

export const columnWords: Readonly<Record<DeclarationSettings['das2Column'], MessageDescriptor>> = {
  fees: msg`Fees`,
  commissions: msg`Commissions`,
  brokerage: msg`Brokerage`,
  rebates: msg`Rebates`,
  attendance: msg`Attendance fees`,
  authors: msg`Authors’ rights`,
  inventors: msg`Inventors’ rights`,
  other: msg`Other remuneration`,
};
