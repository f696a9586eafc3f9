export { exitGates } from './exit-gates.ts';
export { leavingJobs, type LeavingJobParts } from './leaving.jobs.ts';
export { registerLeaving } from './leaving.routes.ts';
export { rehearseExit } from './queries/rehearse-exit.ts';
