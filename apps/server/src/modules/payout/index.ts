export { registerPayout } from './payout.routes.ts';
