export { charterGates } from './charter-gates.ts';
export { charterJobs } from './charter.jobs.ts';
export { registerCharters } from './charter.routes.ts';
export { charterAt, type CharterHold, charterHolds, type CharterOfDay } from './queries/charters-on.ts';
export { mayReadCharter } from './read-charter.ts';
export { takeSignatures } from './verbs/take-signatures.ts';
