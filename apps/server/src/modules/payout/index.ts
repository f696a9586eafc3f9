export { registerPayout } from './payout.routes.ts';
export { broughtBack, type PaymentToTell, paymentsToTell, type PaymentsWanted } from './payments-to-tell.store.ts';
export type { TransferParts } from './transfers/send-transfers.ts';
export { transferCalls } from './transfers/transfer.jobs.ts';
