import type { CharterDetail } from '@cordee/contract/charter';
import { faultsOf } from '@cordee/core/charter';
import { otherSide } from '@cordee/core/partnership';
import type { Context } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { annexStanding } from '../annex.ts';
import { insertApproval, insertPaper, updateStanding } from '../charter-change.store.ts';
import { countOpenProposals, selectApprovals, type VersionRecord } from '../charter.store.ts';
import { actOnCharter, mustStand, type HeldCharter } from '../hold-charter.ts';
import { charterPaper } from '../paper/charter-paper.ts';
import { annexDiffers, conflict, hasChanged, notApprovable, openProposals } from '../refusals.ts';

/**
 * Approves a shared draft as it was read. With the approval of both sides for one hash it is never changed again, and its paper is drawn.
 * Refuses `conflict` for another hash, while it has faults or open proposals, and when the annex is not what runs on its first day.
 */
export function approveCharter(context: Context, id: string, hash: string): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, held) => {
    const { workspaceId, actor } = context;
    const { side, now } = held;
    const version = mustStand(held, 'approve');
    if (version.hash !== hash) throw hasChanged('hash');
    await mustBeApprovable(tx, context, id, version, held);
    await insertApproval(tx, workspaceId, id, { version: version.number, side, hash, actor, at: now });
    const approvals = await selectApprovals(tx, workspaceId, id);
    const isByBoth = approvals.some((one) => one.version === version.number && one.hash === hash && one.side === otherSide(side));
    if (!isByBoth) return { action: 'approved', entry: { kind: 'approved', version: version.number } };
    await updateStanding(tx, workspaceId, version, { state: 'approved', approvedAt: now });
    await keepPaper(tx, workspaceId, { ...version, approvedAt: now });
    return { action: 'agreed', entry: { kind: 'agreed', version: version.number } };
  });
}

async function mustBeApprovable(
  tx: Tx,
  { workspaceId }: Context,
  id: string,
  { document }: VersionRecord,
  held: HeldCharter,
): Promise<void> {
  const errors = faultsOf(document).filter(({ grade }) => grade === 'error');
  if (errors.length > 0) throw notApprovable(errors);
  if (((await countOpenProposals(tx, workspaceId, [id])).get(id) ?? 0) > 0) throw conflict(openProposals);
  const standing = await annexStanding(tx, workspaceId, document, held);
  if (standing === 'other_version' || standing === 'not_published') throw conflict(annexDiffers);
}

/** Draws what both approved, once: these bytes are signed. */
export async function keepPaper(tx: Tx, workspaceId: string, version: VersionRecord): Promise<void> {
  const bytes = await charterPaper(version);
  await insertPaper(tx, workspaceId, version.charterId, version.number, { bytes, sha256: sha256(bytes).toString('hex') });
}
