import { identityRoutes } from '@cordee/contract/identity';
import { peopleRoutes } from '@cordee/contract/identity-people';
import { partnershipRoutes } from '@cordee/contract/partnership';
import type { Api } from '../../platform/http/index.ts';
import type { EmbedTokens } from './embed-token.ts';
import type { PortalViews } from './portal-view.ts';
import type { KeyDirectory } from './key-directory.ts';
import { getLogo } from './queries/get-logo.ts';
import { getWorkspace, listWorkspaces } from './queries/get-workspace.ts';
import { listAudit } from './queries/list-audit.ts';
import { listKeys } from './queries/list-keys.ts';
import { listMembers } from './queries/list-members.ts';
import { listPeople } from './queries/list-people.ts';
import { listViews } from './queries/list-views.ts';
import { acceptInvitation } from './verbs/accept-invitation.ts';
import { addMember, type MemberSettings } from './verbs/add-member.ts';
import { changeKey } from './verbs/change-key.ts';
import { changeMember, removeMember } from './verbs/change-member.ts';
import { changeWorkspace } from './verbs/change-workspace.ts';
import { createEmbedToken } from './verbs/create-embed-token.ts';
import { createKey } from './verbs/create-key.ts';
import { createWorkspace } from './verbs/open-workspace.ts';
import { invitePerson } from './verbs/invite-person.ts';
import { removePerson } from './verbs/remove-person.ts';
import { revokeKey } from './verbs/revoke-key.ts';
import { rotateKey } from './verbs/rotate-key.ts';
import { changeView, removeView, saveView } from './verbs/save-view.ts';
import { removeLogo, setLogo } from './verbs/set-logo.ts';
import { viewPortal } from './verbs/view-portal.ts';
import { setUp } from './verbs/set-up.ts';

/** Serves the routes of identity. A key that changes is forgotten by this process at once. */
export function serveIdentityRoutes(
  api: Pick<Api, 'on'>,
  keys: KeyDirectory,
  settings: MemberSettings,
  { embeds, views }: { readonly embeds: EmbedTokens; readonly views: PortalViews },
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
  servePeople(api, settings, views);
  api.on(r.addMember, (context, { body }) => addMember(context, body, settings));
  api.on(r.changeMember, (context, { params, body }) => changeMember(context, params.userId, body, settings.partnerExists));
  api.on(r.removeMember, (context, { params }) => removeMember(context, params.userId));
  api.on(r.listViews, (context, { query }) => listViews(context, query.screen));
  api.on(r.saveView, (context, { body }) => saveView(context, body));
  api.on(r.changeView, (context, { params, body }) => changeView(context, params.id, body));
  api.on(r.removeView, (context, { params }) => removeView(context, params.id));
  serveLogo(api);
  api.on(r.createEmbedToken, (context, { params, body }) =>
    createEmbedToken(context, { partnerId: params.id, minutes: body.minutes }, embeds, settings),
  );
  api.on(r.listAudit, (context, { query }) => listAudit(context, query));
}

function servePeople(api: Pick<Api, 'on'>, settings: MemberSettings, views: PortalViews): void {
  api.on(partnershipRoutes.listPeople, (context, { params }) => listPeople(context, params.id, settings.partnerExists));
  api.on(peopleRoutes.invitePerson, (context, { params, body }) => invitePerson(context, params.id, body, settings));
  api.on(peopleRoutes.removePerson, (context, { params }) => removePerson(context, params.id, params.userId));
  api.on(peopleRoutes.viewPortal, (context, { params }) => viewPortal(context, params.id, views, settings.partnerExists));
}

function serveLogo(api: Pick<Api, 'on'>): void {
  const r = identityRoutes;
  api.on(r.setLogo, (context, { rawBody }) => setLogo(context, rawBody));
  api.on(r.removeLogo, (context) => removeLogo(context));
  api.on(r.getLogo, async (context, { params, reply }) => {
    const { type, bytes, hash } = await getLogo(context, params.id);
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    reply.header('etag', `"${hash}"`);
    reply.header('cross-origin-resource-policy', 'cross-origin');
    reply.type(type);
    return bytes;
  });
}
