import { encodeId } from '@cordee/core/ids';
import { hash } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import { makeSealKey, ownSigner, pemOf, type PdfSigner } from '../../../platform/pdf/index.ts';
import { read, write } from '../../../platform/verb.ts';
import { insertKey, type KeptKey, newestKey, workspaceName } from '../seal-key.store.ts';
import type { StatementParts } from '../statement-parts.ts';
import { mustReadStatements } from '../statement.policy.ts';

/** Who signs for the workspace: somebody elsewhere, or the key of our own that is made when it is first needed. */
export async function signerFor(context: Context, { sealer, signerOf }: StatementParts): Promise<PdfSigner> {
  const elsewhere = (await signerOf?.(context.workspaceId)) ?? null;
  if (elsewhere !== null) return elsewhere;
  const { privateKey, certificate } = await sealKey(context, { sealer });
  return ownSigner({ privateKey: sealer.open(privateKey), certificate });
}

/** The certificate documents of this workspace are sealed with, for whoever verifies them. */
export async function sealCertificate(context: Context, parts: StatementParts): Promise<string> {
  mustReadStatements(context.actor);
  const elsewhere = (await parts.signerOf?.(context.workspaceId)) ?? null;
  return pemOf(Buffer.from(elsewhere?.certificate ?? (await sealKey(context, parts)).certificate));
}

async function sealKey(context: Context, { sealer }: StatementParts): Promise<KeptKey> {
  mustReadStatements(context.actor);
  const { workspaceId } = context;
  const found = await read(context, async (tx) => ({
    key: await newestKey(tx, workspaceId),
    name: await workspaceName(tx, workspaceId),
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
