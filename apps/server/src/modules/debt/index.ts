export { debtJobs } from './debt.jobs.ts';
export { registerDebts } from './debt.routes.ts';
export { type RunningDebt, runningDebts } from './keep-back.ts';
export { type DebtPlanRecord, findDebtPlan } from './debt-plan.store.ts';
export { getDebtPlan, listDebtPlans, listDebts } from './queries/debts.ts';
export { agreeToPlan, declinePlan, withdrawPlan } from './verbs/answer-plan.ts';
export { endPlan, recordPayment } from './verbs/pay-debt.ts';
export { proposePlan } from './verbs/propose-plan.ts';
export { approveWaiver, askWaiver, refuseWaiver } from './verbs/waive-debt.ts';
