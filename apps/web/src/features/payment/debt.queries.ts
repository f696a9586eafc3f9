import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Debt = ItemOf<'listDebts'>;
export type DebtPlan = AnswerOf<'getDebtPlan'>;
export type ListedPlan = ItemOf<'listDebtPlans'>;
export type DebtSide = 'company' | 'partner';

export const debtsQuery = (partnerId: string | null) =>
  pagesOf('listDebts', { query: { limit: 100, ...(partnerId === null ? {} : { partnerId }) } });
export const debtPlanQuery = (id: string) => queryOf('getDebtPlan', { params: { id } });
export const debtPlansQuery = (partnerId: string) => pagesOf('listDebtPlans', { query: { limit: 50, partnerId } });

/** What a step of a plan changes elsewhere. */
export const debtsTouched = ['listDebts', 'listDebtPlans', 'getDebtPlan', 'getBalance', 'listPayoutCandidates'] as const;
