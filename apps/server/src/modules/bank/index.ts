export { registerBank } from './bank.routes.ts';
export { accountsInForce, companyAccount, type PayableAccount, selectAccountsById } from './bank.store.ts';
export { type Destination, destinationOf } from './destination.ts';
export { loadRules } from './payment-rules.store.ts';
export { actorKey } from './actor-key.ts';
