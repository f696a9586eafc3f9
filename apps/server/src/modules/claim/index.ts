export { statisticsShownTo } from './statistics-shown.ts';
export { forgetClaimed } from './claim-change.store.ts';
export { claimWords } from './queries/claim-words.ts';
export { registerClaims } from './claim.routes.ts';
export { mayReadClaim } from './read-claim.ts';
export { followClaims } from './verbs/follow-claims.ts';
