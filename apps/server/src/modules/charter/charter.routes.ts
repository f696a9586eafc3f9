import { charterActionRoutes as actions } from '@cordee/contract/charter-actions';
import { charterSettingRoutes as settings } from '@cordee/contract/charter-settings';
import { charterRoutes as routes } from '@cordee/contract/charter';
import type { Api } from '../../platform/http/index.ts';
import type { SignatureParts } from '../signature/index.ts';
import { getCharter, getCharterPaper, getCharterVersion } from './queries/get-charter.ts';
import { getRequirement, listClauses } from './queries/list-clauses.ts';
import { listCharters } from './queries/list-charters.ts';
import { approveCharter } from './verbs/agree-charter.ts';
import { announceCharter, endCharter, objectToCharter } from './verbs/announce-charter.ts';
import { beginCharter } from './verbs/begin-charter.ts';
import { amendCharter, dropCharterDraft, editCharter, shareCharter } from './verbs/draft-charter.ts';
import { keepClause, requireCharter } from './verbs/keep-clause.ts';
import { sendCharter } from './verbs/send-charter.ts';
import { signCharter } from './verbs/sign-charter.ts';
import { commentCharter, decideProposal, proposeChange, withdrawProposal } from './verbs/propose-change.ts';

/** Serves what both sides agree on, and how they come to. */
export function registerCharters(api: Pick<Api, 'on'>, signing: SignatureParts): void {
  api.on(routes.listCharters, (context, { query }) => listCharters(context, query));
  api.on(routes.getCharter, (context, { params }) => getCharter(context, params.id));
  api.on(routes.getCharterVersion, (context, { params, query }) =>
    getCharterVersion(context, params.id, params.number, query.against),
  );
  api.on(routes.getCharterPaper, async (context, { params, reply }) => {
    const { fileName, bytes } = await getCharterPaper(context, params.id, params.number);
    reply.type('application/pdf');
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
    return bytes;
  });
  api.on(routes.listCharterClauses, (context, { query }) => listClauses(context, query.kind));
  api.on(actions.beginCharter, (context, { body }) => beginCharter(context, body));
  api.on(actions.editCharter, (context, { params, body }) => editCharter(context, params.id, body));
  api.on(actions.shareCharter, (context, { params }) => shareCharter(context, params.id));
  api.on(actions.proposeCharterChange, (context, { params, body }) => proposeChange(context, params.id, body));
  api.on(actions.decideCharterProposal, (context, { params, body }) => decideProposal(context, params.id, params.number, body));
  api.on(actions.withdrawCharterProposal, (context, { params }) => withdrawProposal(context, params.id, params.number));
  api.on(actions.commentCharter, (context, { params, body }) => commentCharter(context, params.id, body));
  api.on(actions.approveCharter, (context, { params, body }) => approveCharter(context, params.id, body.hash));
  api.on(actions.sendCharter, (context, { params, body }) => sendCharter(context, signing, params.id, body));
  api.on(actions.signCharter, (context, { params, body }) => signCharter(context, params.id, body));
  api.on(actions.amendCharter, (context, { params }) => amendCharter(context, params.id));
  api.on(actions.announceCharter, (context, { params, body }) => announceCharter(context, params.id, body));
  api.on(actions.objectToCharter, (context, { params, body }) => objectToCharter(context, params.id, body.reason));
  api.on(actions.dropCharterDraft, (context, { params }) => dropCharterDraft(context, params.id));
  api.on(actions.endCharter, (context, { params, body }) => endCharter(context, params.id, body));
  api.on(settings.keepCharterClause, (context, { params, body }) => keepClause(context, params.key, body));
  api.on(settings.getCharterRequirement, (context) => getRequirement(context));
  api.on(settings.requireCharter, (context, { body }) => requireCharter(context, body));
}
