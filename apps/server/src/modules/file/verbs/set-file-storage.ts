import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { saveQuota, selectStorage } from '../../../platform/files/index.ts';
import { write } from '../../../platform/verb.ts';
import { mustOwnStorage } from '../file.policy.ts';
import { storageToContract } from '../queries/get-file-storage.ts';

/** Sets how much room files may take; what is there stays. */
export function setFileStorage(context: Context, quotaBytes: number) {
  const { workspaceId, actor } = context;
  mustOwnStorage(actor);
  return write(context, async (tx) => {
    const before = await selectStorage(tx, workspaceId);
    await saveQuota(tx, workspaceId, BigInt(quotaBytes));
    const subject = encodeId('wsp', workspaceId);
    const told = { before: { quotaBytes: Number(before.quotaBytes) }, after: { quotaBytes } };
    const result = storageToContract({ ...before, quotaBytes: BigInt(quotaBytes) });
    return { result, audit: before.quotaBytes === BigInt(quotaBytes) ? null : { action: 'file_storage.set', subject, ...told } };
  });
}
