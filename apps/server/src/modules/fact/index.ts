export { customerIdOf, emailHashOf } from './customer-identity.ts';
export { companySource, inputHashOf, type CustomerDraft, type FactDraft, type FactKey } from './draft.ts';
export { appendBehind, appendFacts, findFacts, keyText, type KnownFact } from './fact.store.ts';
export { type FactReference, referenceOf } from './fact-reference.ts';
export { chainHash, type ReadyFact } from './fact-chain.ts';
export { changeTerms, hasChangedTerms, loadTermsVersion, lockOrder, type OrderHead } from './order.store.ts';
export { canRecordBulk, recordBulk, type SavedCustomers } from './record-bulk.store.ts';
export { workspaceIds, workspaceKeys, type WorkspaceKeys } from './workspace.store.ts';
