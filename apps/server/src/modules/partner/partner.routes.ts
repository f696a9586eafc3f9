import { partnerRoutes } from '@cordee/contract/partner';
import type { Api } from '../../platform/http/index.ts';
import { getPartner } from './queries/get-partner.ts';
import { listPartners } from './queries/list-partners.ts';
import { changePartner } from './verbs/change-partner.ts';
import { createPartner } from './verbs/create-partner.ts';
import { issueCertificate } from './verbs/issue-certificate.ts';

/** Serves the routes of partners. Archiving reaches into programs: that module serves it. */
export function servePartners(api: Pick<Api, 'on'>): void {
  api.on(partnerRoutes.createPartner, (context, { body }) => createPartner(context, body));
  api.on(partnerRoutes.listPartners, (context, { query }) => listPartners(context, query));
  api.on(partnerRoutes.getPartner, (context, { params }) => getPartner(context, params.id));
  api.on(partnerRoutes.changePartner, (context, { params, body }) => changePartner(context, params.id, body));
  api.on(partnerRoutes.issueCertificate, (context, { params, body }) => issueCertificate(context, params.id, body));
}
