import { contributionRoutes } from '@cordee/contract/contribution';
import type { Api } from '../../platform/http/index.ts';
import { getContribution } from './queries/get-contribution.ts';
import { listContributions } from './queries/list-contributions.ts';
import { confirmContribution } from './verbs/confirm-contribution.ts';
import { declareContribution } from './verbs/declare-contribution.ts';
import { refuseContribution } from './verbs/refuse-contribution.ts';
import { withdrawContribution } from './verbs/withdraw-contribution.ts';

/** Serves what partners bring otherwise than by links and codes. */
export function registerContributions(api: Pick<Api, 'on'>): void {
  api.on(contributionRoutes.declareContribution, (context, { body }) => declareContribution(context, body));
  api.on(contributionRoutes.listContributions, (context, { query }) => listContributions(context, query));
  api.on(contributionRoutes.getContribution, (context, { params }) => getContribution(context, params.id));
  api.on(contributionRoutes.confirmContribution, (context, { params, body }) => confirmContribution(context, params.id, body));
  api.on(contributionRoutes.refuseContribution, (context, { params, body }) =>
    refuseContribution(context, params.id, body.reason),
  );
  api.on(contributionRoutes.withdrawContribution, (context, { params, body }) =>
    withdrawContribution(context, params.id, body.reason ?? null),
  );
}
