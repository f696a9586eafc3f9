import { commissionReviewRoutes } from '@cordee/contract/commission-review';
import type { Api } from '../../platform/http/index.ts';
import { commissionSignals } from './queries/commission-signals.ts';
import { reviewCommissions } from './verbs/review-commissions.ts';

/** Serves what the company decides about commissions. */
export function registerReviews(api: Pick<Api, 'on'>): void {
  api.on(commissionReviewRoutes.reviewCommissions, (context, { body }) => reviewCommissions(context, body));
  api.on(commissionReviewRoutes.getCommissionSignals, (context, { params }) => commissionSignals(context, params.id));
}
