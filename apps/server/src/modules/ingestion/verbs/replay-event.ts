import type { HookEventAnswer } from '@cordee/contract/connection';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { eventAnswer } from '../answers.ts';
import { findEvent } from '../hook-event.store.ts';
import type { IngestionParts } from '../hooks/parts.ts';
import { readAgain } from '../hooks/read-again.ts';
import { mustManageIngestion } from '../ingestion.policy.ts';

/** Reads a waiting or failed event again. Refuses `not_found`, and `conflict` for one that was understood already. */
export async function replayEvent(
  context: Context,
  parts: IngestionParts,
  connectionId: string,
  eventId: string,
): Promise<HookEventAnswer> {
  mustManageIngestion(context.actor);
  const { event, total } = await write(context, async (tx) => {
    const done = await readAgain(tx, parts, context.workspaceId, connectionId, eventId);
    if (done === null) {
      const known = await findEvent(tx, context.workspaceId, connectionId, eventId);
      throw known === null ? new Refusal('not_found') : new Refusal('conflict', [understood]);
    }
    const after = { eventId, state: done.event.state, facts: done.total };
    return { result: done, audit: { action: 'connection.event_replayed', subject: encodeId('con', connectionId), after } };
  });
  if (total > 0) parts.kick(context.workspaceId);
  return eventAnswer(event, context.language);
}

const understood = {
  path: 'eventId',
  rule: 'replayable',
  message: {
    en: 'This event was understood; there is nothing left to read in it.',
    fr: "Cet événement a été compris ; il n'y a plus rien à y lire.",
  },
};
