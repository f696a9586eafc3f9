import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { write } from '../../../platform/verb.ts';
import { workspaceToContract } from '../identity-answer.ts';
import { mustOwn } from '../identity.policy.ts';
import { getWorkspaceRow, updateWorkspace } from '../workspaces.store.ts';

export interface ChangeWorkspace {
  readonly name?: string | undefined;
  readonly language?: Language | undefined;
  /** Host names the redirects also answer on. */
  readonly trackingHosts?: readonly string[] | undefined;
  readonly accentColour?: string | null | undefined;
  readonly senderName?: string | null | undefined;
  readonly replyTo?: string | null | undefined;
  readonly clickRetentionDays?: number | null | undefined;
  /** Origins of the company's own applications that may show the portal. */
  readonly embedOrigins?: readonly string[] | undefined;
}

/** Changes the workspace; what is left out stays. */
export function changeWorkspace(context: Context, changes: ChangeWorkspace) {
  mustOwn(context.actor);
  return write(context, async (tx) => {
    const before = await getWorkspaceRow(tx, context.workspaceId);
    const after = {
      ...before,
      name: changes.name ?? before.name,
      language: changes.language ?? before.language,
      trackingHosts: [...new Set(changes.trackingHosts ?? before.trackingHosts)],
      accentColour: changes.accentColour === undefined ? before.accentColour : changes.accentColour,
      senderName: changes.senderName === undefined ? before.senderName : changes.senderName,
      replyTo: changes.replyTo === undefined ? before.replyTo : changes.replyTo,
      clickRetentionDays: changes.clickRetentionDays === undefined ? before.clickRetentionDays : changes.clickRetentionDays,
      embedOrigins: [...new Set(changes.embedOrigins ?? before.embedOrigins)],
    };
    await updateWorkspace(tx, after);
    const result = workspaceToContract(after);
    const subject = encodeId('wsp', context.workspaceId);
    return { result, audit: { action: 'workspace.changed', subject, before: workspaceToContract(before), after: result } };
  });
}
