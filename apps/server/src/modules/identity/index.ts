export { createIdentity, type Identity, type IdentityOptions } from './create-identity.ts';
export type { PartnerExists } from './member-partner.ts';
export {
  addressOfUser,
  homeOfUser,
  peopleOfPartners,
  staffToTell,
  workspaceToTell,
  type PersonToTell,
} from './people-to-tell.store.ts';
export type { OnInvited } from './verbs/add-member.ts';
export { accessGates } from './partners-with-access.store.ts';
export { closeAccess, limitAccess, reopenAccess } from './partner-access.store.ts';
export { allWorkspaces } from './queries/all-workspaces.ts';
export { listKeys } from './queries/list-keys.ts';
export { listMembers } from './queries/list-members.ts';
export { embedOriginsOf } from './queries/embed-origins.ts';
export { addMember, type AddMember } from './verbs/add-member.ts';
export { createKey, type CreateKey } from './verbs/create-key.ts';
export { liftSignOn } from './verbs/change-sign-on.ts';
export { openWorkspace, type FirstKeys, type NewWorkspace } from './verbs/open-workspace.ts';
export { renewLink } from './verbs/renew-link.ts';
export { revokeKey } from './verbs/revoke-key.ts';
export { ensureSetupLink, type SetUp } from './verbs/set-up.ts';
