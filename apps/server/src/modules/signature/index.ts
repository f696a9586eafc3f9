export type { EndState, SignatureLetters, SignatureParts, SignatureProvider, SignerToTell } from './parts.ts';
export { envelopesById, type EnvelopeTold } from './queries/envelopes-by-id.ts';
export { verifyDocument } from './queries/verify-document.ts';
export { signatureJobs } from './signature.jobs.ts';
export { registerSignatures } from './signature.routes.ts';
export { sendDocuments } from './verbs/send-documents.ts';
