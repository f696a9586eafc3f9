export { customerIdOf, emailHashOf } from './customer-identity.ts';
export {
  companySource,
  draftOf,
  inputHashOf,
  standsAlone,
  type CustomerDraft,
  type FactDraft,
  type FactKey,
  type SpelledFact,
} from './draft.ts';
export { appendBehind, appendFacts, findFacts, keyText, type KnownFact } from './fact.store.ts';
export { type FactReference, referenceOf } from './fact-reference.ts';
export { chainHash, type ReadyFact } from './fact-chain.ts';
export { ownFact } from './own-fact.ts';
export { changeTerms, hasChangedTerms, loadTermsVersion, lockOrder, type OrderHead } from './order.store.ts';
export { factColumns, factColumnsOf, factFromRow, type FactRow } from './read-fact.ts';
export { recordBulk } from './record-bulk.store.ts';
export { SavedCustomers } from './saved-customers.ts';
export { homeCurrencyOf, workspaceIds, workspaceKeys, type WorkspaceKeys, zoneOf } from './workspace.store.ts';
