import { partnerRoutes } from '@cordee/contract/partner';
import { partnershipRoutes } from '@cordee/contract/partnership';
import type { Api } from '../../platform/http/index.ts';
import { countStages, listTags } from './queries/count-stages.ts';
import { getPartner } from './queries/get-partner.ts';
import { listNotes } from './queries/list-notes.ts';
import { changeNote, removeNote, restoreNote } from './verbs/change-note.ts';
import { changePartner } from './verbs/change-partner.ts';
import { createPartner } from './verbs/create-partner.ts';
import { issueCertificate } from './verbs/issue-certificate.ts';
import { writeNote } from './verbs/write-note.ts';

/** Serves the routes of partners. Lists show balances and archiving reaches into programs: other modules serve those. */
export function servePartners(api: Pick<Api, 'on'>): void {
  const { createPartner: create, getPartner: get, changePartner: change, issueCertificate: issue } = partnerRoutes;
  api.on(create, (context, { body }) => createPartner(context, body));
  api.on(get, (context, { params }) => getPartner(context, params.id));
  api.on(change, (context, { params, body }) => changePartner(context, params.id, body));
  api.on(issue, (context, { params, body }) => issueCertificate(context, params.id, body));

  const r = partnershipRoutes;
  api.on(r.countStages, (context) => countStages(context));
  api.on(r.listTags, (context) => listTags(context));
  api.on(r.listNotes, (context, { params, query }) => listNotes(context, params.id, query));
  api.on(r.writeNote, (context, { params, body }) => writeNote(context, params.id, body.text));
  api.on(r.changeNote, (context, { params, body }) => changeNote(context, params.id, body.text));
  api.on(r.removeNote, (context, { params }) => removeNote(context, params.id));
  api.on(r.restoreNote, (context, { params }) => restoreNote(context, params.id));
}
