export { destinationUrl } from './destination-url.ts';
export { findCode, honouredParameters } from './find-code.ts';
export { nearestCode } from './nearest-code.ts';
export { isValidSlug, normalizeCode } from './normalize-code.ts';
