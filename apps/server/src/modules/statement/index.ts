export { statementJobs } from './statement.jobs.ts';
export { registerStatements } from './statement.routes.ts';
