import { messagingRoutes } from '@cordee/contract/messaging';
import type { Api } from '../../platform/http/index.ts';
import { serveMailViewer, serveUnsubscribePage, unsubscribedPage } from './messaging.pages.ts';
import type { MessagingParts } from './parts.ts';
import { listMails } from './queries/list-mails.ts';
import { changePreferences, getPreferences } from './verbs/change-preferences.ts';
import { retryMail } from './verbs/retry-mail.ts';
import { unsubscribe } from './verbs/unsubscribe.ts';

/** Serves the log of mails, preferences, unsubscribing, and the viewer where `showsMails`. */
export function serveMessaging(api: Pick<Api, 'on' | 'page'>, parts: MessagingParts, showsMails: boolean): void {
  const r = messagingRoutes;
  api.on(r.listMails, (context, { query }) => listMails(context, query));
  api.on(r.retryMail, (context, { params }) => retryMail(context, params.id));
  api.on(r.getMailPreferences, (context) => getPreferences(context));
  api.on(r.changeMailPreferences, (context, { body }) => changePreferences(context, body.wanted));
  api.on(r.unsubscribe, async (context, { query, reply }) => {
    await unsubscribe(parts, query.token);
    reply.type('text/html; charset=utf-8');
    return unsubscribedPage(context.language).html;
  });
  serveUnsubscribePage(api, parts);
  if (showsMails) serveMailViewer(api, parts);
}
