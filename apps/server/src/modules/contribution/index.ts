export { registerContributions } from './contribution.routes.ts';
export { confirmContribution } from './verbs/confirm-contribution.ts';
export { declareContribution } from './verbs/declare-contribution.ts';
export { contributionCustomer } from './queries/contribution-customer.ts';
export { forgetNamed } from './known-customer.store.ts';
