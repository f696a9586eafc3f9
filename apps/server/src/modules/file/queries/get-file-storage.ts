import { largestFile } from '@cordee/contract/file-limits';
import type { Context } from '../../../platform/context.ts';
import { selectStorage, type Storage } from '../../../platform/files/index.ts';
import { read } from '../../../platform/verb.ts';

export function storageToContract({ usedBytes, quotaBytes, files }: Storage) {
  return { usedBytes: Number(usedBytes), quotaBytes: Number(quotaBytes), files, largestFileBytes: largestFile };
}

/** How much room files take, and may take. */
export async function getFileStorage(context: Context) {
  return storageToContract(await read(context, (tx) => selectStorage(tx, context.workspaceId)));
}
