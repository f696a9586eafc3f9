import type { Connection, CreateConnection } from '@cordee/contract/connection';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Sealer } from '../../../platform/crypto/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { connectionAnswer } from '../answers.ts';
import { insertConnection, type ConnectionRecord } from '../connection.store.ts';
import { mustManageIngestion } from '../ingestion.policy.ts';

/** Connects a system. Its secret is sealed and never given back. */
export function createConnection(context: Context, sealer: Sealer, input: CreateConnection): Promise<Connection> {
  mustManageIngestion(context.actor);
  return write(context, async (tx) => {
    const at = context.now();
    const connection: ConnectionRecord = {
      id: newUuid(at),
      kind: input.kind,
      name: input.name,
      secret: sealer.seal(input.secret),
      settings: input.settings,
      createdAt: at,
      endedAt: null,
      lastEventAt: null,
    };
    await insertConnection(tx, context.workspaceId, connection);
    const result = connectionAnswer(connection);
    return { result, audit: { action: 'connection.created', subject: encodeId('con', connection.id), after: result } };
  });
}
