export { registerPayout } from './payout.routes.ts';
export { getPayout } from './queries/get-payout.ts';
export { listPayouts } from './queries/list-payouts.ts';
export { confirmPayout, rejectPayout } from './verbs/end-payout.ts';
export { startPayout } from './verbs/start-payout.ts';
