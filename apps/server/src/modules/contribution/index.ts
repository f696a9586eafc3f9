export { registerContributions } from './contribution.routes.ts';
export { forgetNamed } from './known-customer.store.ts';
