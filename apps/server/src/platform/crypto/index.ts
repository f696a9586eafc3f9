export { hmacSha256, isSameSecret, sha256 } from './digest.ts';
export { createSealer, type Sealer } from './sealer.ts';
export { readMasterKey } from './master-key.ts';
