export { registerPayout } from './payout.routes.ts';
export { broughtBack, type PaymentToTell, paymentsToTell, type PaymentsWanted } from './payments-to-tell.store.ts';
