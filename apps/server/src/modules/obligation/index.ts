export { obligationJobs } from './obligation.jobs.ts';
export { changesToContract } from './obligation-answer.ts';
export { registerObligations } from './obligation.routes.ts';
export { type CharterStanding, charterStanding } from './queries/charter-standing.ts';
export { listObligations } from './queries/list-obligations.ts';
export { type DutiesInput, previewDutiesIn, setDutiesIn, type SetDuties } from './set-duties-in.ts';
export { mayReadObligation } from './read-obligation.ts';
