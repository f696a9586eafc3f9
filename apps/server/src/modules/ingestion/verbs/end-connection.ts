import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { endConnectionAt, findConnection } from '../connection.store.ts';
import { mustManageIngestion } from '../ingestion.policy.ts';

/** Ends a connection: its hooks are unknown from now on, its facts stay. Repeating changes nothing. Refuses `not_found`. */
export function endConnection(context: Context, id: string): Promise<void> {
  mustManageIngestion(context.actor);
  return write(context, async (tx) => {
    const connection = await findConnection(tx, context.workspaceId, id);
    if (connection === null) throw new Refusal('not_found');
    if (connection.endedAt !== null) return { result: undefined, audit: null };
    await endConnectionAt(tx, context.workspaceId, id, context.now());
    return { result: undefined, audit: { action: 'connection.ended', subject: encodeId('con', id) } };
  });
}
