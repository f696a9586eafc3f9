import { jointFactRoutes } from '@cordee/contract/joint-fact';
import { partnershipPeopleRoutes } from '@cordee/contract/partnership-people';
import { partnershipVisibilityRoutes } from '@cordee/contract/partnership-visibility';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Api } from '../../platform/http/index.ts';
import { getSeenByOtherSide, getVisibility } from './queries/get-visibility.ts';
import { listJointFacts } from './queries/list-joint-facts.ts';
import { listOwnNotes } from './queries/list-own-notes.ts';
import { listPartnershipPeople } from './queries/list-partnership-people.ts';
import { addPartnershipPerson } from './verbs/add-partnership-person.ts';
import { answerJointFact } from './verbs/answer-joint-fact.ts';
import { changePartnershipPerson, endPartnershipPerson } from './verbs/change-partnership-person.ts';
import { proposeJointFact } from './verbs/propose-joint-fact.ts';
import { setVisibility } from './verbs/set-visibility.ts';
import { changeOwnNote, removeOwnNote, restoreOwnNote, writeOwnNote } from './verbs/write-own-note.ts';
import type { Usual } from './visibility/visibility-answer.ts';

/** Serves what both sides do in a partnership. */
export function serveSides(api: Pick<Api, 'on'>, { sealer, usual }: { readonly sealer: Sealer; readonly usual: Usual }): void {
  const p = partnershipPeopleRoutes;
  api.on(p.listPartnershipPeople, (context, { params }) => listPartnershipPeople(context, params.id));
  api.on(p.addPartnershipPerson, (context, { params, body }) => addPartnershipPerson(context, params.id, body));
  api.on(p.changePartnershipPerson, (context, { params, body }) => changePartnershipPerson(context, params.id, body));
  api.on(p.endPartnershipPerson, (context, { params }) => endPartnershipPerson(context, params.id));
  api.on(p.listOwnNotes, (context, { params, query }) => listOwnNotes(context, params.id, query, sealer));
  api.on(p.writeOwnNote, (context, { params, body }) => writeOwnNote(context, params.id, body.text, sealer));
  api.on(p.changeOwnNote, (context, { params, body }) => changeOwnNote(context, params.id, body.text, sealer));
  api.on(p.removeOwnNote, (context, { params }) => removeOwnNote(context, params.id, sealer));
  api.on(p.restoreOwnNote, (context, { params }) => restoreOwnNote(context, params.id, sealer));
  const j = jointFactRoutes;
  api.on(j.listJointFacts, (context, { params, query }) => listJointFacts(context, params.id, query));
  api.on(j.proposeJointFact, (context, { params, body }) => proposeJointFact(context, params.id, body));
  api.on(j.answerJointFact, (context, { params, body }) => answerJointFact(context, params.id, body));
  const v = partnershipVisibilityRoutes;
  api.on(v.getVisibility, (context, { params }) => getVisibility(context, params.id, usual));
  api.on(v.getSeenByOtherSide, (context, { params }) => getSeenByOtherSide(context, params.id, usual));
  api.on(v.setVisibility, (context, { params, body }) => setVisibility(context, params.id, params.kind, body.shown, usual));
}
