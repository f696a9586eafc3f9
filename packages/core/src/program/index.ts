export { hostOf, isAllowedDestination } from './destination.ts';
export { decideState, type StateDecision } from './enrollment-state.ts';
export { decidePublication, type PublicationDecision, type PublishedVersion } from './publication.ts';
export { decideStanding, type StandingChange, type StandingDecision } from './standing.ts';
export { codeFromName, freeCode } from './suggest-code.ts';
export { checkUpline, type UplineEnrollment } from './upline.ts';
