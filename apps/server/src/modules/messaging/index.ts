export { disputeNotices } from './dispute-notices.ts';
export { writeInvitation, writeSignInLink } from './invite.ts';
export { mailCalls, messagingJobs } from './messaging.jobs.ts';
export { writeAboutIt } from './messaging.reactions.ts';
export { serveMessaging } from './messaging.routes.ts';
export { writeToSigners } from './write-signature.ts';
export type { MessagingParts } from './parts.ts';
export { writeConfirmation } from './tell-qualification.ts';
