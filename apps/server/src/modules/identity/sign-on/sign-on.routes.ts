import { signOnRoutes } from '@cordee/contract/sign-on';
import type { Api } from '../../../platform/http/index.ts';
import { findSignOnOffers } from '../queries/find-sign-on.ts';
import { getSignOn } from '../queries/get-sign-on.ts';
import { testSignOn } from '../queries/test-sign-on.ts';
import { changeSignOn, removeSignOn } from '../verbs/change-sign-on.ts';
import { connectSignOn } from '../verbs/connect-sign-on.ts';
import type { SignOnParts } from './parts.ts';

/** Serves the routes by which an owner sets sign-on up, and the one the sign-in page asks. */
export function serveSignOnRoutes(api: Pick<Api, 'on'>, parts: SignOnParts): void {
  const r = signOnRoutes;
  api.on(r.getSignOn, (context) => getSignOn(context, parts.baseUrl));
  api.on(r.connectSignOn, (context, { body }) => connectSignOn(context, body, parts));
  api.on(r.testSignOn, (context) => testSignOn(context, parts));
  api.on(r.changeSignOn, (context, { body }) => changeSignOn(context, body, parts));
  api.on(r.removeSignOn, (context) => removeSignOn(context, parts.baseUrl));
  api.on(r.findSignOn, (context, { query }) => findSignOnOffers(context, query));
}
