export { statementJobs } from './statement.jobs.ts';
export { registerStatements } from './statement.routes.ts';
export { closePeriod } from './verbs/close-period.ts';
