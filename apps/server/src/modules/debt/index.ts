export { debtJobs } from './debt.jobs.ts';
export { registerDebts } from './debt.routes.ts';
export { type RunningDebt, runningDebts } from './keep-back.ts';
export { type DebtPlanRecord, findDebtPlan } from './debt-plan.store.ts';
