import type { CreateLink, Link } from '@cordee/contract/enrollment';
import { isAllowedDestination } from '@cordee/core/program';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { findPartner } from '../../partner/index.ts';
import { chooseCode } from '../choose-code.ts';
import { linkToContract } from '../code-answer.ts';
import { openEnrollment } from '../code-enrollment.ts';
import { insertLink, recordOwner, type LinkRecord } from '../code.store.ts';
import { linkHosts } from '../link-hosts.ts';
import { mayMakeLinksFor } from '../program.policy.ts';
import { announceLinks, findProgram, readWorkspace, type WorkspaceSettings } from '../program.store.ts';

/**
 * Makes a tracked link for an enrollment; a partner user for its own only. Refuses `unknown_reference`, `already_exists` with a
 * free code, `conflict` for an enrollment that has ended, `invalid_request` for a code with nothing usable and for a
 * destination outside the hosts of program and workspace.
 */
export function createLink(context: Context, input: CreateLink, baseUrl: string): Promise<Link> {
  const own = mayMakeLinksFor(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    const { enrollment, from } = await openEnrollment(tx, workspaceId, input.enrollmentId, own, recordedAt);
    const workspace = await readWorkspace(tx, workspaceId);
    if (input.destinationUrl !== undefined) {
      await mustStayHome(tx, workspaceId, workspace, enrollment.programId, input.destinationUrl);
    }
    const name = (await findPartner(tx, workspaceId, enrollment.partnerId))?.name ?? '';
    const code = await chooseCode(tx, workspaceId, 'code', { typed: input.code, name });

    const link: LinkRecord = {
      id: newUuid(recordedAt),
      enrollmentId: enrollment.id,
      programId: enrollment.programId,
      partnerId: enrollment.partnerId,
      code,
      destinationUrl: input.destinationUrl ?? null,
      subId: input.subId ?? null,
      createdAt: recordedAt,
      endedAt: null,
    };
    await insertLink(tx, workspaceId, link);
    const owner = { enrollmentId: enrollment.id, linkId: link.id };
    await recordOwner(tx, workspaceId, { kind: 'code', code }, owner, from, recordedAt);
    await announceLinks(tx, workspaceId);
    const result = linkToContract(link, workspace, baseUrl);
    return { result, audit: { action: 'link.created', subject: result.id, after: result } };
  });
}

async function mustStayHome(
  tx: Tx,
  workspaceId: string,
  workspace: WorkspaceSettings,
  programId: string,
  destination: string,
): Promise<void> {
  const program = await findProgram(tx, workspaceId, programId);
  const hosts = program === null ? workspace.trackingHosts : linkHosts(program.destinationUrl, workspace.trackingHosts);
  if (isAllowedDestination(destination, hosts)) return;
  throw new Refusal('invalid_request', [
    {
      path: 'destinationUrl',
      rule: 'host',
      message: {
        en: `A link leads to an http(s) address on ${hosts.join(', ')} or a sub-domain.`,
        fr: `Un lien mène à une adresse http(s) sur ${hosts.join(', ')} ou un sous-domaine.`,
      },
      example: program?.destinationUrl,
    },
  ]);
}
