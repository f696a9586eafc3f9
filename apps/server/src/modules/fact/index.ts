export { changeTerms, hasChangedTerms, lockOrder, type OrderHead } from './order.ts';
