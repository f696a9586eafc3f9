import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { deleteUnused, findReadable, uploaderOf } from '../../../platform/files/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { mayTakeBack } from '../file.policy.ts';

/** Takes back a file nothing refers to yet. Refuses `not_found` for what somebody else uploaded, `file_in_use`. */
export function removeFile(context: Context, id: string): Promise<void> {
  mayTakeBack(context.actor);
  return write(context, async (tx) => {
    const file = await findReadable(tx, context, {}, id);
    if (file.uploadedBy !== uploaderOf(context.actor)) throw new Refusal('not_found');
    if (!(await deleteUnused(tx, context.workspaceId, id))) throw new Refusal('file_in_use');
    const before = { kind: file.kind, size: file.size, sha256: file.sha256 };
    return { result: undefined, audit: { action: 'file.removed', subject: encodeId('fil', id), before } };
  });
}
