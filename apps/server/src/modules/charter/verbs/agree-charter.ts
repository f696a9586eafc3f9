import type { CharterDetail } from '@cordee/contract/charter';
import type { SignCharter } from '@cordee/contract/charter-actions';
import { faultsOf } from '@cordee/core/charter';
import { decodeId } from '@cordee/core/ids';
import { otherSide } from '@cordee/core/partnership';
import { startOfDay } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { recordAudit } from '../../../platform/verb.ts';
import { changePlanOf } from '../../program/index.ts';
import { annexStanding } from '../annex.ts';
import { followVersion } from '../charter-duties.ts';
import { insertApproval, insertPaper, insertSignature, updateStanding } from '../charter-change.store.ts';
import { countOpenProposals, selectApprovals, selectSignatures, type VersionRecord } from '../charter.store.ts';
import { actOnCharter, mustStand, type HeldCharter } from '../hold-charter.ts';
import { charterPaper } from '../paper/charter-paper.ts';
import { annexDiffers, conflict, fault, hasChanged, notApprovable, openProposals } from '../refusals.ts';

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

/**
 * Says that a side has signed what both approved. With both it holds, from its first day or the day of the last signature, and the enrollment
 * takes the plan of the annex; what it promises becomes obligations. Refuses `conflict` for another hash, a day to come, and a side that has signed.
 */
export function signCharter(context: Context, id: string, input: SignCharter): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, held) => {
    const { workspaceId, actor } = context;
    const { side, now, today } = held;
    const { hash, signedOn, reference = null } = input;
    const version = mustStand(held, 'sign');
    if (version.hash !== hash) throw hasChanged('hash');
    if (signedOn > today) throw conflict(signedLater);
    const signed = (await selectSignatures(tx, workspaceId, id)).filter((one) => one.version === version.number);
    if (signed.some((one) => one.side === side)) throw conflict(hasSigned);
    await insertSignature(tx, workspaceId, id, { version: version.number, side, signedOn, reference, actor, at: now });
    const other = signed.find((one) => one.side === otherSide(side));
    const entry = { kind: 'signed' as const, version: version.number, text: reference };
    if (other === undefined) return { action: 'signed', entry };
    const last = other.signedOn > signedOn ? other.signedOn : signedOn;
    const holdsFrom = version.document.startsOn ?? last;
    await updateStanding(tx, workspaceId, version, { state: 'signed', signedAt: now, holdsFrom });
    await takePlan(tx, context, version, holdsFrom, held);
    await followVersion(tx, context, id);
    return { action: 'in_force', entry: { ...entry, kind: 'in_force' } };
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

/** The enrollment runs on the plan that was signed from the first day on. Refuses `conflict` if another version would run by now. */
async function takePlan(
  tx: Tx,
  context: Context,
  { document }: VersionRecord,
  holdsFrom: string,
  held: HeldCharter,
): Promise<void> {
  const { annex } = document;
  const standing = await annexStanding(tx, context.workspaceId, { annex, startsOn: holdsFrom }, held);
  if (annex === null || standing === 'runs') return;
  const [enrollmentId, planId] = [decodeId('enr', annex.enrollmentId), decodeId('pln', annex.planId)];
  if (standing !== 'other_plan' || enrollmentId === null || planId === null) throw conflict(annexDiffers);
  const start = startOfDay(holdsFrom, held.zone);
  const { audit } = await changePlanOf(tx, context, enrollmentId, { planId, ...(start > held.now ? { from: start } : {}) });
  await recordAudit(tx, context, audit);
}

const signedLater = fault('signedOn', 'past', 'This day is still to come.', 'Ce jour est à venir.');
const hasSigned = fault('id', 'charter_signed_once', 'Your side has signed already.', 'Votre partie a déjà signé.');
