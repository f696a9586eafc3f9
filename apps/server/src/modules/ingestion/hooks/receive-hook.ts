import type { ConnectionKind } from '@cordee/contract/connection';
import { DatabaseUnavailable, transaction, withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { lockOrder } from '../../fact/index.ts';
import { customerKeyOf, findConnection, noteEvent, workspaceOfConnection, type ConnectionRecord } from '../connection.store.ts';
import { findEvent, insertEvent, settleEvent, type EventState, type ReceivedEvent } from '../hook-event.store.ts';
import { hookKinds, type HookRequest } from './hook-kinds.ts';
import type { IngestionParts } from './parts.ts';
import { processEvent, recordFailure, type Processed } from './process-event.ts';
import { storableBody } from './storable-body.ts';

export interface HookAnswer {
  readonly received: true;
  readonly facts: number;
  readonly state: EventState;
}

/**
 * Takes one call of a connected system: verifies it, and keeps it with everything it means in one transaction. What was
 * answered is durable; what was answered twice counts once. Refuses `not_found`, `signature_invalid`,
 * `timestamp_out_of_range` and `malformed_json`; an event that cannot be understood is kept and answered as received.
 */
export async function receiveHook(
  parts: IngestionParts,
  kind: ConnectionKind,
  connectionId: string,
  request: HookRequest,
): Promise<HookAnswer> {
  const workspaceId = await workspaceOfConnection(parts.db, connectionId);
  const connection = workspaceId === null ? null : await loadConnection(parts, workspaceId, connectionId);
  if (workspaceId === null || connection === null || connection.kind !== kind) throw new Refusal('not_found');
  // WooCommerce tries an address with a form that it does not sign.
  if (kind === 'woocommerce' && isPing(request)) return { received: true, facts: 0, state: 'ignored' };
  hookKinds[kind].verify(request, parts.sealer.open(connection.secret), parts.now());
  const event = eventOf(kind, request, parts.now());
  const { state, total } = await keepAndProcess(parts, workspaceId, connection, event);
  if (total > 0) parts.kick(workspaceId);
  return { received: true, facts: total, state };
}

function loadConnection(parts: IngestionParts, workspaceId: string, connectionId: string): Promise<ConnectionRecord | null> {
  return transaction(parts.db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return findConnection(tx, workspaceId, connectionId);
  });
}

function isPing({ headers, rawBody }: HookRequest): boolean {
  return headers['x-wc-webhook-signature'] === undefined && /^webhook_id=\d+$/.test(rawBody.toString('latin1').trim());
}

function eventOf(kind: ConnectionKind, request: HookRequest, receivedAt: number): ReceivedEvent {
  const body = bodyOf(request);
  const { id, type } = hookKinds[kind].identify(request, JSON.parse(body));
  return { eventId: clean(id), type: clean(type), receivedAt, body };
}

function bodyOf({ rawBody }: HookRequest): string {
  try {
    return storableBody(rawBody.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('malformed_json');
    throw error;
  }
}

function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 200);
}

async function keepAndProcess(
  parts: IngestionParts,
  workspaceId: string,
  connection: ConnectionRecord,
  event: ReceivedEvent,
): Promise<Processed & { total: number }> {
  try {
    return await transaction(parts.db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return keep(tx, parts, workspaceId, connection, event);
    });
  } catch (error) {
    if (error instanceof DatabaseUnavailable || error instanceof Refusal) throw error;
    // Something in it the database will not take, or a fault of ours: the event itself is kept.
    parts.onError(error);
    return keepFailed(parts, workspaceId, connection, event);
  }
}

async function keep(tx: Tx, parts: IngestionParts, workspaceId: string, connection: ConnectionRecord, event: ReceivedEvent) {
  const { id } = connection;
  await lockOrder(tx, workspaceId, event.receivedAt);
  const isNew = await insertEvent(tx, workspaceId, id, event);
  const stored = await findEvent(tx, workspaceId, id, event.eventId);
  if (stored === null) throw new Error('an event was lost while it was kept');
  if (!isNew && (stored.state === 'done' || stored.state === 'ignored')) {
    return { state: stored.state, detail: stored.detail, total: 0 };
  }
  await noteEvent(tx, workspaceId, id, event.receivedAt);
  const customerKey = await customerKeyOf(tx, workspaceId);
  const { onError } = parts;
  return processEvent({ tx, workspaceId, connection, customerKey, now: parts.now(), onError }, stored, true);
}

function keepFailed(parts: IngestionParts, workspaceId: string, connection: ConnectionRecord, event: ReceivedEvent) {
  return transaction(parts.db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    await insertEvent(tx, workspaceId, connection.id, event);
    const detail = { facts: 0, fault: { code: 'internal' } };
    await settleEvent(tx, workspaceId, connection.id, event.eventId, 'failed', detail);
    await recordFailure(tx, workspaceId, connection.id, event, detail, event.receivedAt);
    return { state: 'failed' as const, detail, total: 0 };
  });
}
