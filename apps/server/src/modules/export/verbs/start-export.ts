import type { ExportAnswer } from '@cordee/contract/long-work';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { toContract } from '../export-answer.ts';
import { mustOwn } from '../export.policy.ts';
import { findUnfinished, insertExport } from '../export.store.ts';

/** Has everything of the workspace written into one archive in the background; the one that waits or runs, if there is one. */
export function startExport(context: Context): Promise<Wire<ExportAnswer>> {
  mustOwn(context.actor);
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const unfinished = await findUnfinished(tx, workspaceId);
    if (unfinished !== null) return { result: toContract(unfinished), audit: null };
    const createdAt = context.now();
    const id = newUuid(createdAt);
    await insertExport(tx, workspaceId, id, actor, createdAt);
    await enqueue(tx, 'export.write', { workspaceId, exportId: id }, { maxAttempts: 3, awaited: true });
    const nothing = { bytes: null, finishedAt: null, expiresAt: null };
    const result = toContract({ id, state: 'waiting', rows: 0n, createdAt, ...nothing });
    return { result, audit: { action: 'export.started', subject: encodeId('wsp', workspaceId), after: { id: result.id } } };
  });
}
