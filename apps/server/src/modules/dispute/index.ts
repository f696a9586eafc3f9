export { disputeJobs } from './dispute.jobs.ts';
export { registerDisputes } from './dispute.routes.ts';
export { type DisputeHold, disputeHolds, openDisputes } from './queries/running-disputes.ts';
export { proofFileOf } from './proof/proof-file.ts';
export { mayReadBrief, mayReadDispute } from './read-dispute.ts';
export type { Notice } from './verbs/follow-disputes.ts';
