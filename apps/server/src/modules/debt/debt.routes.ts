import { debtRoutes as routes } from '@cordee/contract/debt';
import type { Api } from '../../platform/http/index.ts';
import { getDebtPlan, listDebtPlans, listDebts } from './queries/debts.ts';
import { agreeToPlan, declinePlan, withdrawPlan } from './verbs/answer-plan.ts';
import { endPlan, recordPayment } from './verbs/pay-debt.ts';
import { proposePlan } from './verbs/propose-plan.ts';
import { approveWaiver, askWaiver, refuseWaiver } from './verbs/waive-debt.ts';

/** Serves debts of partners and the plans they are paid back by. */
export function registerDebts(api: Pick<Api, 'on'>): void {
  api.on(routes.listDebts, (context, { query }) => listDebts(context, query));
  api.on(routes.listDebtPlans, (context, { query }) => listDebtPlans(context, query));
  api.on(routes.getDebtPlan, (context, { params }) => getDebtPlan(context, params.id));
  api.on(routes.proposeDebtPlan, (context, { body }) => proposePlan(context, body));
  api.on(routes.agreeToDebtPlan, (context, { params }) => agreeToPlan(context, params.id));
  api.on(routes.declineDebtPlan, (context, { params, body }) => declinePlan(context, params.id, body.reason));
  api.on(routes.withdrawDebtPlan, (context, { params }) => withdrawPlan(context, params.id));
  api.on(routes.recordDebtPayment, (context, { params, body }) => recordPayment(context, params.id, body));
  api.on(routes.askDebtWaiver, (context, { params, body }) => askWaiver(context, params.id, body));
  api.on(routes.approveDebtWaiver, (context, { params }) => approveWaiver(context, params.id));
  api.on(routes.refuseDebtWaiver, (context, { params, body }) => refuseWaiver(context, params.id, body.reason));
  api.on(routes.endDebtPlan, (context, { params, body }) => endPlan(context, params.id, body.reason));
}
