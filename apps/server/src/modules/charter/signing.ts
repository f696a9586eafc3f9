import type { CharterDetail } from '@cordee/contract/charter';
import type { FileAnswer } from '@cordee/contract/file';
import { encodeId } from '@cordee/core/ids';
import { sides, type Side } from '@cordee/core/partnership';
import type { Tx } from '../../platform/db/index.ts';
import { attachedFiles } from '../../platform/files/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { envelopesById } from '../signature/index.ts';
import { selectSignatures, type SignatureRecord } from './charter.store.ts';
import { conflict, fault } from './refusals.ts';
import { selectSendings } from './sending.store.ts';

/** Where the copies stand that a side signed elsewhere: a place of the charter for each version and side. */
export function copiesPlace(version: number, side: Side): number {
  return version * sides.length + sides.indexOf(side);
}

/** Refuses `conflict` while a version is out to be signed: what is being signed stays as it is until that has ended. */
export async function mustNotBeOut(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const sendings = await selectSendings(tx, workspaceId, id);
  if (sendings.some(({ state }) => state === 'sent')) throw conflict(isOut);
}

/** The signatures of a charter with the copies that were handed in. */
export async function signaturesWithCopies(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<(SignatureRecord & { readonly files: FileAnswer[] })[]> {
  const subject = encodeId('chr', id);
  const copies = await attachedFiles(tx, workspaceId, [subject]);
  return (await selectSignatures(tx, workspaceId, id)).map((signature) => {
    return { ...signature, files: copies(subject, copiesPlace(signature.version, signature.side)) };
  });
}

/** Each time a version was sent to be signed, as its envelope stands now; the latest first. */
export async function sendingsOf(tx: Tx, workspaceId: string, id: string): Promise<Wire<CharterDetail>['sendings']> {
  const sendings = await selectSendings(tx, workspaceId, id);
  const told = await envelopesById(
    tx,
    workspaceId,
    sendings.map(({ envelopeId }) => envelopeId),
  );
  return sendings.flatMap(({ version, envelopeId }) => {
    const found = told.get(envelopeId);
    return found === undefined ? [] : [{ version, envelope: found.envelope }];
  });
}

const isOut = fault(
  'id',
  'charter_out_to_sign',
  'It is out to be signed: wait for the signatures, or cancel the sending first.',
  'Elle est à la signature : attendez les signatures, ou annulez d’abord l’envoi.',
);
