export { getPeriod } from './queries/list-periods.ts';
export { listStatements } from './queries/list-statements.ts';
export { verifyPeriods } from './queries/verify-periods.ts';
export { statementJobs } from './statement.jobs.ts';
export { registerStatements } from './statement.routes.ts';
export { closePeriod, settlePeriod } from './verbs/close-period.ts';
export { issueStatement } from './verbs/issue-statement.ts';
