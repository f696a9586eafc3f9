import type { Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { booksCheck, booksCsv, booksFec, booksHledger } from './commands/books.ts';
import { companySet, companyShow } from './commands/company.ts';
import { booksDas2 } from './commands/books-das2.ts';
import { chartersCompare, chartersList, chartersShow } from './commands/charters.ts';
import { close } from './commands/close.ts';
import { debtsList, debtsPlans, debtsShow } from './commands/debts.ts';
import { debtsPropose } from './commands/debts-propose.ts';
import {
  debtsAgree,
  debtsApproveWaiver,
  debtsDecline,
  debtsEnd,
  debtsRecordPayment,
  debtsRefuseWaiver,
  debtsWaive,
  debtsWithdraw,
} from './commands/debts-steps.ts';
import { demo } from './commands/demo.ts';
import { checkGuardsCommand } from './commands/guards.ts';
import { importCommand } from './commands/import.ts';
import { handOverCommand, issueCommand } from './commands/invoices.ts';
import { createKey, listKeys, revokeKey } from './commands/key.ts';
import { payoutFile, readPayoutReport } from './commands/payout-files.ts';
import {
  approvePayouts,
  listPayoutBatches,
  makePayouts,
  payoutCandidates,
  payPayoutsOutside,
  sendPayouts,
} from './commands/payouts.ts';
import { disputeFile } from './commands/disputes.ts';
import { dueObligations } from './commands/obligations.ts';
import { partnershipGates } from './commands/partnerships.ts';
import { rehearseExitCommand } from './commands/rehearse-exit.ts';
import { exportQualification, listQualificationsCommand, showQualification } from './commands/qualification.ts';
import { rates } from './commands/rates.ts';
import { replay } from './commands/replay.ts';
import { restore } from './commands/restore.ts';
import { serve } from './commands/serve.ts';
import { verifySignature } from './commands/signature.ts';
import { liftSignOn } from './commands/sign-on.ts';
import { simulate } from './commands/simulate.ts';
import { statement } from './commands/statement.ts';
import { statements } from './commands/statements.ts';
import { createUser, listUsers, resetLink } from './commands/user.ts';
import { verify } from './commands/verify.ts';

/** Every command, in the order of the help: one file in `commands/` and one word here. */
export const commands: readonly Command[] = [
  serve,
  demo,
  importCommand,
  verify,
  replay,
  simulate,
  statement,
  partnershipGates,
  rehearseExitCommand,
  listQualificationsCommand,
  showQualification,
  exportQualification,
  chartersList,
  chartersShow,
  chartersCompare,
  rates,
  close,
  statements,
  issueCommand,
  handOverCommand,
  payoutCandidates,
  listPayoutBatches,
  makePayouts,
  approvePayouts,
  payoutFile,
  sendPayouts,
  readPayoutReport,
  payPayoutsOutside,
  companyShow,
  companySet,
  debtsList,
  debtsPlans,
  debtsShow,
  debtsPropose,
  debtsAgree,
  debtsDecline,
  debtsWithdraw,
  debtsRecordPayment,
  debtsWaive,
  debtsApproveWaiver,
  debtsRefuseWaiver,
  debtsEnd,
  booksFec,
  booksCsv,
  booksHledger,
  booksDas2,
  booksCheck,
  dueObligations,
  disputeFile,
  checkGuardsCommand,
  verifySignature,
  backup,
  restore,
  listUsers,
  createUser,
  resetLink,
  liftSignOn,
  listKeys,
  createKey,
  revokeKey,
];
