export type { EndState, SignatureLetters, SignatureParts, SignatureProvider, SignerToTell } from './parts.ts';
export { verifyDocument } from './queries/verify-document.ts';
export { signatureJobs } from './signature.jobs.ts';
export { registerSignatures } from './signature.routes.ts';
