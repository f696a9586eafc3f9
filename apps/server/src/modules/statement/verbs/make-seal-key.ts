import type { SealKeyAnswer } from '@cordee/contract/seal';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import { hash } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { makeSealKey, ownSigner, pemOf, type PdfSigner } from '../../../platform/pdf/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read, write } from '../../../platform/verb.ts';
import { companyNameOn } from '../../company/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { insertKey, type KeptKey, newestKey } from '../seal-key.store.ts';
import { sealKeyAnswer } from '../queries/list-seal-keys.ts';
import type { StatementParts } from '../statement-parts.ts';
import { mustReadStatements, mustRenewSealKey } from '../statement.policy.ts';

/** Who signs for the workspace: somebody elsewhere, or the key of our own that is made when it is first needed. */
export async function signerFor(context: Context, { sealer, elsewhere = null }: StatementParts): Promise<PdfSigner> {
  if (elsewhere !== null) return elsewhere;
  const { privateKey, certificate } = await sealKey(context, { sealer });
  return ownSigner({ privateKey: sealer.open(privateKey), certificate });
}

/** The certificate documents of this workspace are sealed with, for whoever verifies them. */
export async function sealCertificate(context: Context, parts: StatementParts): Promise<string> {
  mustReadStatements(context.actor);
  return pemOf(Buffer.from(parts.elsewhere?.certificate ?? (await sealKey(context, parts)).certificate));
}

async function sealKey(context: Context, { sealer }: StatementParts): Promise<KeptKey> {
  mustReadStatements(context.actor);
  const { workspaceId } = context;
  const found = await read(context, async (tx) => ({
    key: await newestKey(tx, workspaceId),
    name: await ownName(tx, context),
  }));
  if (found.key !== null) return found.key;
  const made = await makeSealKey(found.name, context.now());
  const key = { number: 1, privateKey: sealer.seal(made.privateKey), certificate: made.certificate };
  return write(context, async (tx) => {
    const isFirst = await insertKey(tx, workspaceId, key, context.now());
    const result = isFirst ? key : ((await newestKey(tx, workspaceId)) ?? key);
    const after = { number: key.number, certificateSha256: hash('sha256', key.certificate, 'hex') };
    return { result, audit: isFirst ? { action: 'seal_key.made', subject: encodeId('wsp', workspaceId), after } : null };
  });
}

/** Makes another key, in force from now on; documents sealed before keep verifying by their own certificate. Owners only, in person. */
export function renewSealKey(context: Context, { sealer }: StatementParts): Promise<Wire<SealKeyAnswer>> {
  mustRenewSealKey(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const number = ((await newestKey(tx, workspaceId))?.number ?? 0) + 1;
    const made = await makeSealKey(await ownName(tx, context), context.now());
    const key = { number, privateKey: sealer.seal(made.privateKey), certificate: made.certificate };
    if (!(await insertKey(tx, workspaceId, key, context.now()))) throw new Refusal('conflict');
    const result = sealKeyAnswer(
      { number, certificate: made.certificate, createdAt: context.now() },
      { inForce: true, months: [] },
    );
    const after = { number, certificateSha256: result.sha256 };
    return { result, audit: { action: 'seal_key.made', subject: encodeId('wsp', workspaceId), after } };
  });
}

/** What the company is called today, for its certificate. */
async function ownName(tx: Tx, { workspaceId, now }: Context): Promise<string> {
  return companyNameOn(tx, workspaceId, localDateOf(now(), await zoneOf(tx, workspaceId)));
}
