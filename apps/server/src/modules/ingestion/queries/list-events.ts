import type { HookEventAnswer, ListHookEvents } from '@cordee/contract/connection';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { eventAnswer } from '../answers.ts';
import { findConnection } from '../connection.store.ts';
import { selectEvents, type EventPlace } from '../hook-event.store.ts';
import { mustManageIngestion } from '../ingestion.policy.ts';

/** A page of the events a connection sent, newest first. Refuses `not_found`. */
export function listEvents(
  context: Context,
  connectionId: string,
  query: ListHookEvents,
): Promise<{ items: HookEventAnswer[]; nextCursor: string | null }> {
  mustManageIngestion(context.actor);
  const after = placeOf(decodeCursor(query.cursor, 3));
  return read(context, async (tx) => {
    const { workspaceId, language } = context;
    if ((await findConnection(tx, workspaceId, connectionId)) === null) throw new Refusal('not_found');
    const filter = { state: query.state ?? null, after, limit: query.limit + 1 };
    const rows = await selectEvents(tx, workspaceId, connectionId, filter);
    return pageOfRows(
      rows,
      query.limit,
      (event) => eventAnswer(event, language),
      ({ receivedAt, eventId }) => [String(receivedAt), eventId, connectionId],
    );
  });
}

function placeOf(key: readonly string[] | null): EventPlace | null {
  const [receivedAt = '', eventId = ''] = key ?? [];
  return /^\d{1,15}$/.test(receivedAt) ? { receivedAt: Number(receivedAt), eventId } : null;
}
