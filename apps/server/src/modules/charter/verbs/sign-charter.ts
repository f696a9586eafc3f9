import type { CharterDetail } from '@cordee/contract/charter';
import type { SignCharter } from '@cordee/contract/charter-signing';
import { encodeId } from '@cordee/core/ids';
import { otherSide } from '@cordee/core/partnership';
import type { Context } from '../../../platform/context.ts';
import { attachFiles } from '../../../platform/files/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { markSigned, takePlan } from '../bring-into-force.ts';
import { insertSignature } from '../charter-change.store.ts';
import { followVersion } from '../charter-duties.ts';
import { selectSignatures } from '../charter.store.ts';
import { actOnCharter, mustStand } from '../hold-charter.ts';
import { conflict, fault, hasChanged } from '../refusals.ts';
import { copiesPlace, mustNotBeOut } from '../signing.ts';

/**
 * Says that a side has signed elsewhere what both approved, with its copy if it has one. With both it holds, from its first day or the day of
 * the last signature, and the enrollment takes the plan of the annex; what it promises becomes obligations. Refuses `conflict` for another
 * hash, a day to come, a side that has signed, and while the version is out to be signed here; `unknown_reference` for a file of others.
 */
export function signCharter(context: Context, id: string, input: SignCharter): Promise<Wire<CharterDetail>> {
  return actOnCharter(context, id, async (tx, held) => {
    const { workspaceId, actor } = context;
    const { side, now, today } = held;
    const { hash, signedOn, reference = null, files } = input;
    const version = mustStand(held, 'sign');
    if (version.hash !== hash) throw hasChanged('hash');
    if (signedOn > today) throw conflict(signedLater);
    await mustNotBeOut(tx, workspaceId, id);
    const signed = (await selectSignatures(tx, workspaceId, id)).filter((one) => one.version === version.number);
    if (signed.some((one) => one.side === side)) throw conflict(hasSigned);
    const said = { version: version.number, side, signedOn, reference, actor, at: now, envelopeId: null };
    await insertSignature(tx, workspaceId, id, said);
    await attachFiles(tx, context, { subject: encodeId('chr', id), place: copiesPlace(version.number, side) }, files);
    const other = signed.find((one) => one.side === otherSide(side));
    const entry = { kind: 'signed' as const, version: version.number, text: reference };
    if (other === undefined) return { action: 'signed', entry };
    const holdsFrom = await markSigned(tx, context, version, other.signedOn > signedOn ? other.signedOn : signedOn);
    await takePlan(tx, context, version, holdsFrom, held);
    await followVersion(tx, context, id);
    return { action: 'in_force', entry: { ...entry, kind: 'in_force' } };
  });
}

const signedLater = fault('signedOn', 'past', 'This day is still to come.', 'Ce jour est à venir.');
const hasSigned = fault('id', 'charter_signed_once', 'Your side has signed already.', 'Votre partie a déjà signé.');
