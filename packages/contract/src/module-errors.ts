import { accountingErrors } from './accounting-errors.ts';
import { claimErrors } from './claim-errors.ts';
import { disputeErrors } from './dispute-errors.ts';
import { debtErrors } from './debt-errors.ts';
import { exchangeErrors } from './exchange-errors.ts';
import { fileErrors } from './file-errors.ts';
import { invoiceErrors } from './invoice-errors.ts';
import { leavingErrors } from './leaving-errors.ts';
import { qualificationErrors } from './qualification-errors.ts';
import { partnershipErrors } from './partnership-errors.ts';
import { signOnErrors } from './sign-on-errors.ts';
import { signatureErrors } from './signature-errors.ts';
import { statementErrors } from './statement-errors.ts';

/** What modules refuse, each in a file of its own. */
export const moduleErrors = {
  ...accountingErrors,
  ...claimErrors,
  ...disputeErrors,
  ...debtErrors,
  ...exchangeErrors,
  ...fileErrors,
  ...invoiceErrors,
  ...leavingErrors,
  ...qualificationErrors,
  ...partnershipErrors,
  ...signOnErrors,
  ...signatureErrors,
  ...statementErrors,
} as const;
