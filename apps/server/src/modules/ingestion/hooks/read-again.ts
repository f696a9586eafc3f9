import { transaction, withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { lockOrder } from '../../fact/index.ts';
import { customerKeyOf, findConnection } from '../connection.store.ts';
import { dueEvents, findEvent, type StoredEvent } from '../hook-event.store.ts';
import type { IngestionParts } from './parts.ts';
import { processEvent } from './process-event.ts';

/** Reads a kept event again, without waiting for companions any longer; null when there is nothing left to read. */
export async function readAgain(
  tx: Tx,
  parts: IngestionParts,
  workspaceId: string,
  connectionId: string,
  eventId: string,
): Promise<{ readonly event: StoredEvent; readonly total: number } | null> {
  const now = parts.now();
  await lockOrder(tx, workspaceId, now);
  const connection = await findConnection(tx, workspaceId, connectionId);
  const event = await findEvent(tx, workspaceId, connectionId, eventId);
  if (connection === null || event === null || event.body === null) return null;
  const customerKey = await customerKeyOf(tx, workspaceId);
  const { onError } = parts;
  const desk = { tx, workspaceId, connection, customerKey, now, onError };
  const { state, detail, total } = await processEvent(desk, event, false);
  return { event: { ...event, state, detail, body: state === 'failed' || state === 'waiting' ? event.body : null }, total };
}

const batch = 500;

/** Goes on with the events whose companions did not come in time, in every workspace; how many there were. */
export async function releaseDueEvents(parts: IngestionParts): Promise<number> {
  const due = await transaction(
    parts.db,
    async (tx) => {
      await withWorkspace(tx, '*');
      return dueEvents(tx, parts.now(), batch);
    },
    { readOnly: true },
  );
  for (const { workspace_id: workspaceId, connection_id: connectionId, event_id: eventId } of due) {
    const done = await transaction(parts.db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return readAgain(tx, parts, workspaceId, connectionId, eventId);
    });
    if (done !== null && done.total > 0) parts.kick(workspaceId);
  }
  return due.length;
}
