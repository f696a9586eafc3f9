import { obligationRoutes } from '@cordee/contract/obligation';
import { holidayCalendarRoutes } from '@cordee/contract/holiday-calendar';
import type { Api } from '../../platform/http/index.ts';
import { getHolidayCalendar } from './queries/get-holiday-calendar.ts';
import { getObligation } from './queries/get-obligation.ts';
import { listObligations } from './queries/list-obligations.ts';
import { listFeeds, readFeed } from './queries/read-feed.ts';
import { createObligation } from './verbs/create-obligation.ts';
import { endObligation } from './verbs/end-obligation.ts';
import { openFeed, revokeFeed } from './verbs/open-feed.ts';
import { setDuties } from './verbs/set-duties.ts';
import { setHolidayCalendar } from './verbs/set-holiday-choice.ts';
import { stepObligation } from './verbs/step-obligation.ts';

/** Serves what both sides owe by when. */
export function registerObligations(api: Pick<Api, 'on'>, { baseUrl }: { readonly baseUrl: string }): void {
  const r = obligationRoutes;
  api.on(r.listObligations, (context, { query }) => listObligations(context, query));
  api.on(r.getObligation, (context, { params }) => getObligation(context, params.id));
  api.on(r.createObligation, (context, { body }) => createObligation(context, body));
  api.on(r.setDuties, (context, { params, body }) => setDuties(context, params.id, body));
  api.on(r.stepObligation, (context, { params, body }) => stepObligation(context, params.id, body));
  api.on(r.endObligation, (context, { params }) => endObligation(context, params.id));
  api.on(r.listObligationFeeds, (context) => listFeeds(context));
  api.on(r.openObligationFeed, (context, { body }) => openFeed(context, body.partnerId, baseUrl));
  api.on(r.revokeObligationFeed, (context, { params }) => revokeFeed(context, params.id));
  const h = holidayCalendarRoutes;
  api.on(h.getHolidayCalendar, (context) => getHolidayCalendar(context, null));
  api.on(h.setHolidayCalendar, (context, { body }) => setHolidayCalendar(context, null, body));
  api.on(h.getPartnerHolidayCalendar, (context, { params }) => getHolidayCalendar(context, params.id));
  api.on(h.setPartnerHolidayCalendar, (context, { params, body }) => setHolidayCalendar(context, params.id, body));
  api.on(r.readObligationFeed, async (context, { params, reply }) => {
    const text = await readFeed(context, params.token);
    reply.header('cache-control', 'private, no-store');
    reply.type('text/calendar; charset=utf-8');
    return text;
  });
}
