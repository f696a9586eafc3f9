export { hostOf, isAllowedDestination } from './destination.ts';
export { decideState, type StateDecision } from './enrollment-state.ts';
export { decidePublication, type PublicationDecision, type PublishedVersion } from './publication.ts';
export { decidePlace, type PlaceChange, type PlaceDecision } from './place.ts';
export { codeFromName, freeCode } from './suggest-code.ts';
export { checkUpline, type UplineEnrollment } from './upline.ts';
