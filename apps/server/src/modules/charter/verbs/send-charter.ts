import type { CharterDetail } from '@cordee/contract/charter';
import type { SendCharter } from '@cordee/contract/charter-signing';
import { encodeId } from '@cordee/core/ids';
import { sides } from '@cordee/core/partnership';
import type { Context } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { sendDocuments, type SignatureParts } from '../../signature/index.ts';
import { annexStanding } from '../annex.ts';
import { mustManageCharters } from '../charter.policy.ts';
import { findPaper, selectSignatures, type VersionRecord } from '../charter.store.ts';
import { actOnCharter, mustStand } from '../hold-charter.ts';
import { paperTitle } from '../paper/charter-paper.ts';
import { annexDiffers, conflict, fault, hasChanged } from '../refusals.ts';
import { insertSending } from '../sending.store.ts';
import { mustNotBeOut } from '../signing.ts';

/**
 * Sends what both approved to be signed by people of both: the paper that was drawn then, byte for byte. What becomes of it is taken over by
 * `takeSignatures`. Refuses `conflict` for another hash, a side without a signer, a version that is out already or that a side has signed
 * elsewhere, and an annex that would not run; `envelope_step_refused` for a time that is over.
 */
export function sendCharter(
  context: Context,
  parts: SignatureParts,
  id: string,
  input: SendCharter,
): Promise<Wire<CharterDetail>> {
  mustManageCharters(context.actor);
  return actOnCharter(context, id, async (tx, held) => {
    const { workspaceId } = context;
    const { hash, ...signing } = input;
    const { charter, now } = held;
    const version = mustStand(held, 'sign');
    if (version.hash !== hash) throw hasChanged('hash');
    const missing = sides.filter((side) => !signing.signers.some((signer) => signer.side === side));
    if (missing.length > 0) throw conflict(...missing.map((side) => noSigner[side]));
    await mustNotBeOut(tx, workspaceId, id);
    const said = await selectSignatures(tx, workspaceId, id);
    if (said.some((one) => one.version === version.number)) throw conflict(signedElsewhere);
    const standing = await annexStanding(tx, workspaceId, version.document, held);
    if (standing === 'other_version' || standing === 'not_published') throw conflict(annexDiffers);
    const bytes = await paperOf(tx, workspaceId, version);
    const envelopeId = await sendDocuments(tx, context, parts, {
      ...signing,
      purpose: paperTitle(version).slice(0, 160),
      partnerId: charter.partnerId,
      subject: encodeId('chr', id),
      documents: [{ name: `charter-v${version.number}`, bytes }],
    });
    const paperSha256 = sha256(bytes).toString('hex');
    await insertSending(tx, workspaceId, { charterId: id, version: version.number, envelopeId, hash, paperSha256, sentAt: now });
    const text = signing.signers.map(({ name }) => name).join(', ');
    return { action: 'sent_to_sign', entry: { kind: 'sent_to_sign', version: version.number, text } };
  });
}

/** The bytes both approved; they are drawn with the second approval, so that an approved version has them. */
async function paperOf(tx: Tx, workspaceId: string, { charterId, number }: VersionRecord): Promise<Buffer> {
  const bytes = await findPaper(tx, workspaceId, charterId, number);
  if (bytes === null) throw new Error(`no paper of version ${number} of charter ${charterId}`);
  return bytes;
}

const noSigner = {
  company: fault('signers', 'charter_both_sign', 'Nobody signs for the company.', 'Personne ne signe pour l’entreprise.'),
  partner: fault('signers', 'charter_both_sign', 'Nobody signs for the partner.', 'Personne ne signe pour le partenaire.'),
};

const signedElsewhere = fault(
  'id',
  'charter_signed_elsewhere',
  'One side has said that it signed a copy elsewhere: let the other do the same.',
  'Une partie a déjà déclaré avoir signé un exemplaire ailleurs : l’autre doit faire de même.',
);
