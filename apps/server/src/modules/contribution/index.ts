export { registerContributions } from './contribution.routes.ts';
export { contributionCustomer } from './queries/contribution-customer.ts';
export { forgetNamed } from './known-customer.store.ts';
