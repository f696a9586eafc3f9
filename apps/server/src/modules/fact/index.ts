export { changeTerms, lockOrder, type OrderHead } from './order.ts';
