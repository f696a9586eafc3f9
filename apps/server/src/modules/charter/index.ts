export { charterGates } from './charter-gates.ts';
export { charterJobs } from './charter.jobs.ts';
export { registerCharters } from './charter.routes.ts';
export { charterToLeave, type CharterToLeave } from './queries/charter-to-leave.ts';
export { sayEnd, type SaidEnd } from './say-end.ts';
export { getCharter, getCharterVersion } from './queries/get-charter.ts';
export { listCharters } from './queries/list-charters.ts';
export { charterEntryToTell, type EntryToTell } from './queries/entry-to-tell.ts';
export { charterAt, type CharterHold, charterHolds, type CharterOfDay } from './queries/charters-on.ts';
