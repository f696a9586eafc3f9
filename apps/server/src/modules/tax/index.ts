export { type DocumentBasis, documentBasesOn } from './document-basis.ts';
export { type DetailsRecord, detailsOn } from './details.store.ts';
export type { TaxParts } from './parts.ts';
export { type TaxHold, taxHolds } from './tax-holds.ts';
export { taxGates } from './tax-gates.ts';
export { taxCalls, taxJobs } from './tax.jobs.ts';
export { registerTax } from './tax.routes.ts';
export { mayReadProof } from './read-proof-files.ts';
export { askStaleNumbers, staleNumbers } from './checking/fresh-numbers.ts';
