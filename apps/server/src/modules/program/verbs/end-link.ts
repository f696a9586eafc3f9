import type { Link } from '@cordee/contract/enrollment';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { linkToContract } from '../code-answer.ts';
import { findLink, markEnded, recordOwner } from '../code.store.ts';
import { mayMakeLinksFor } from '../program.policy.ts';
import { announceLinks, readWorkspace } from '../program.store.ts';

/**
 * Ends a link, a partner user one of its own only: from now on it leads to the program's page and brings no credit. Ending it
 * again changes nothing. Refuses `not_found`.
 */
export function endLink(context: Context, linkId: string, baseUrl: string): Promise<Link> {
  const own = mayMakeLinksFor(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    const link = await findLink(tx, workspaceId, linkId);
    if (link === null || (own !== null && link.partnerId !== own)) throw new Refusal('not_found');
    const workspace = await readWorkspace(tx, workspaceId);
    const before = linkToContract(link, workspace, baseUrl);
    if (link.endedAt !== null) return { result: before, audit: null };

    await markEnded(tx, workspaceId, 'code', linkId, recordedAt);
    await recordOwner(tx, workspaceId, { kind: 'code', code: link.code }, null, recordedAt, recordedAt);
    await announceLinks(tx, workspaceId);
    const result = linkToContract({ ...link, endedAt: recordedAt }, workspace, baseUrl);
    return { result, audit: { action: 'link.ended', subject: result.id, before, after: result } };
  });
}
