import { longWorkRoutes } from '@cordee/contract/long-work';
import type { Api } from '../../platform/http/index.ts';
import { getVerification, listVerifications } from './queries/get-verification.ts';
import { startVerification } from './verbs/start-verification.ts';

/** Serves "verify now": started, looked at while it runs, kept. */
export function registerVerifications(api: Pick<Api, 'on'>): void {
  api.on(longWorkRoutes.startVerification, (context) => startVerification(context));
  api.on(longWorkRoutes.listVerifications, (context, { query }) => listVerifications(context, query));
  api.on(longWorkRoutes.getVerification, (context, { params }) => getVerification(context, params.id));
}
