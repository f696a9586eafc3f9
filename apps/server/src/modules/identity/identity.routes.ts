import { identityRoutes } from '@cordee/contract/identity';
import type { Api } from '../../platform/http/index.ts';
import type { EmbedTokens } from './embed-token.ts';
import type { KeyDirectory } from './key-directory.ts';
import { getWorkspace, listWorkspaces } from './queries/get-workspace.ts';
import { listAudit } from './queries/list-audit.ts';
import { listKeys } from './queries/list-keys.ts';
import { listMembers } from './queries/list-members.ts';
import { acceptInvitation } from './verbs/accept-invitation.ts';
import { addMember, type MemberSettings } from './verbs/add-member.ts';
import { changeKey } from './verbs/change-key.ts';
import { changeMember, removeMember } from './verbs/change-member.ts';
import { changeWorkspace } from './verbs/change-workspace.ts';
import { createEmbedToken } from './verbs/create-embed-token.ts';
import { createKey } from './verbs/create-key.ts';
import { createWorkspace } from './verbs/open-workspace.ts';
import { revokeKey } from './verbs/revoke-key.ts';
import { rotateKey } from './verbs/rotate-key.ts';
import { setUp } from './verbs/set-up.ts';

/** Serves the routes of identity. A key that changes is forgotten by this process at once. */
export function serveIdentityRoutes(
  api: Pick<Api, 'on'>,
  keys: KeyDirectory,
  settings: MemberSettings,
  embeds: EmbedTokens,
): void {
  const r = identityRoutes;
  api.on(r.setUp, (context, { body }) => setUp(context, body));
  api.on(r.acceptInvitation, (context, { body }) => acceptInvitation(context, body.token, body.password));
  api.on(r.listWorkspaces, (context) => listWorkspaces(context));
  api.on(r.createWorkspace, (context, { body }) => createWorkspace(context, body));
  api.on(r.getWorkspace, (context) => getWorkspace(context));
  api.on(r.changeWorkspace, (context, { body }) => changeWorkspace(context, body));

  api.on(r.listKeys, (context, { query }) => listKeys(context, query));
  api.on(r.createKey, (context, { body }) => createKey(context, body));
  api.on(r.changeKey, async (context, { params, body }) => {
    const changed = await changeKey(context, params.id, body);
    keys.forget(params.id);
    return changed;
  });
  api.on(r.rotateKey, async (context, { params, body }) => {
    const rotated = await rotateKey(context, params.id, body.graceHours);
    keys.forget(params.id);
    return rotated;
  });
  api.on(r.revokeKey, async (context, { params }) => {
    await revokeKey(context, params.id);
    keys.forget(params.id);
  });

  api.on(r.listMembers, (context, { query }) => listMembers(context, query));
  api.on(r.addMember, (context, { body }) => addMember(context, body, settings));
  api.on(r.changeMember, (context, { params, body }) => changeMember(context, params.userId, body, settings.partnerExists));
  api.on(r.removeMember, (context, { params }) => removeMember(context, params.userId));
  api.on(r.createEmbedToken, (context, { params, body }) =>
    createEmbedToken(context, { partnerId: params.id, minutes: body.minutes }, embeds, settings),
  );
  api.on(r.listAudit, (context, { query }) => listAudit(context, query));
}
