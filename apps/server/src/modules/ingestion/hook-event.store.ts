import type { FieldFault } from '@cordee/contract/errors';
import type { Bilingual } from '@cordee/contract/language';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { JsonObject } from './translation/json.ts';
import type { ReasonCode } from './translation/reasons.ts';
import type { Learned } from './translation/translation.ts';

export type EventState = 'waiting' | 'done' | 'ignored' | 'failed';

/** Why an event could not be turned into facts. */
export interface EventFault {
  readonly code: string;
  readonly path?: string;
  readonly sentence?: Bilingual;
  readonly fields?: readonly FieldFault[];
}

export interface EventDetail {
  readonly facts: number;
  readonly reason?: ReasonCode;
  readonly waitsFor?: readonly string[];
  /** When to go on without waiting. */
  readonly until?: Instant;
  readonly fault?: EventFault;
}

export interface StoredEvent {
  readonly eventId: string;
  readonly type: string;
  readonly receivedAt: Instant;
  readonly state: EventState;
  readonly detail: EventDetail;
  /** null once the event has been understood: it may hold personal data. */
  readonly body: unknown;
}

interface EventRow {
  event_id: string;
  type: string;
  received_at: Instant;
  state: EventState;
  detail: EventDetail | null;
  body: unknown;
}

const columns = 'event_id, type, received_at, state, detail, body';

export interface ReceivedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly receivedAt: Instant;
  /** The JSON text as received. */
  readonly body: string;
}

/** Keeps an event; false when it was known already. */
export async function insertEvent(tx: Tx, workspaceId: string, connectionId: string, event: ReceivedEvent): Promise<boolean> {
  const rows = await tx.query(
    `insert into hook_event (workspace_id, connection_id, event_id, type, received_at, state, detail, body)
     values ($1, $2, $3, $4, $5, 'waiting', '{"facts":0}', $6)
     on conflict (workspace_id, connection_id, event_id) do nothing returning event_id`,
    [workspaceId, connectionId, event.eventId, event.type, new Date(event.receivedAt), event.body],
  );
  return rows.length === 1;
}

export async function findEvent(tx: Tx, workspaceId: string, connectionId: string, eventId: string): Promise<StoredEvent | null> {
  const [row] = await tx.query<EventRow>(
    `select ${columns} from hook_event where workspace_id = $1 and connection_id = $2 and event_id = $3`,
    [workspaceId, connectionId, eventId],
  );
  return row === undefined ? null : fromRow(row);
}

/** What became of an event; its body goes once there is nothing left to read in it. */
export async function settleEvent(
  tx: Tx,
  workspaceId: string,
  connectionId: string,
  eventId: string,
  state: EventState,
  detail: EventDetail,
): Promise<void> {
  await tx.query(
    `update hook_event set state = $4, detail = $5, body = case when $4 in ('waiting', 'failed') then body end
      where workspace_id = $1 and connection_id = $2 and event_id = $3`,
    [workspaceId, connectionId, eventId, state, JSON.stringify(detail)],
  );
}

/** Events that wait for one of these references, oldest first. */
export async function eventsWaitingFor(
  tx: Tx,
  workspaceId: string,
  connectionId: string,
  references: readonly string[],
): Promise<StoredEvent[]> {
  if (references.length === 0) return [];
  const rows = await tx.query<EventRow>(
    `select ${columns} from hook_event
      where workspace_id = $1 and connection_id = $2 and state = 'waiting' and detail->'waitsFor' ?| $3::text[]
      order by received_at, event_id`,
    [workspaceId, connectionId, references],
  );
  return rows.map(fromRow);
}

export interface DueEvent {
  readonly workspace_id: string;
  readonly connection_id: string;
  readonly event_id: string;
}

/** Events of all workspaces that have waited long enough; the transaction must see all workspaces. */
export function dueEvents(tx: Tx, now: Instant, limit: number): Promise<DueEvent[]> {
  return tx.query<DueEvent>(
    `select workspace_id, connection_id, event_id from hook_event
      where state = 'waiting' and (detail->>'until')::bigint <= $1 order by received_at limit $2`,
    [now, limit],
  );
}

export interface EventPlace {
  readonly receivedAt: Instant;
  readonly eventId: string;
}

/** Newest first, after a place in the list. */
export async function selectEvents(
  tx: Tx,
  workspaceId: string,
  connectionId: string,
  filter: { readonly state: EventState | null; readonly after: EventPlace | null; readonly limit: number },
): Promise<StoredEvent[]> {
  const after = filter.after === null ? null : new Date(filter.after.receivedAt);
  const rows = await tx.query<EventRow>(
    `select ${columns} from hook_event
      where workspace_id = $1 and connection_id = $2 and ($3::text is null or state = $3)
        and ($4::timestamptz is null or (received_at, event_id) < ($4, $5))
      order by received_at desc, event_id desc limit $6`,
    [workspaceId, connectionId, filter.state, after, filter.after?.eventId ?? null, filter.limit],
  );
  return rows.map(fromRow);
}

/** What is known of these references, and of the sales they lead to. */
export async function loadReferences(
  tx: Tx,
  workspaceId: string,
  connectionId: string,
  references: readonly string[],
): Promise<Map<string, JsonObject>> {
  const found = await selectReferences(tx, workspaceId, connectionId, references);
  const sales = [...found.values()].map(({ sale }) => (typeof sale === 'string' ? `sale:${sale}` : ''));
  const more = sales.filter((reference) => reference !== '' && !found.has(reference));
  const known = await selectReferences(tx, workspaceId, connectionId, more);
  return new Map([...found, ...known]);
}

async function selectReferences(tx: Tx, workspaceId: string, connectionId: string, references: readonly string[]) {
  if (references.length === 0) return new Map<string, JsonObject>();
  const rows = await tx.query<{ reference: string; data: JsonObject }>(
    `select reference, data from hook_reference
      where workspace_id = $1 and connection_id = $2 and reference = any($3::text[])`,
    [workspaceId, connectionId, references],
  );
  return new Map(rows.map(({ reference, data }) => [reference, data]));
}

export async function saveReferences(
  tx: Tx,
  workspaceId: string,
  connectionId: string,
  learned: readonly Learned[],
): Promise<void> {
  const last = new Map(learned.map(({ reference, data }) => [reference, JSON.stringify(data)]));
  if (last.size === 0) return;
  await tx.query(
    `insert into hook_reference (workspace_id, connection_id, reference, data)
     select $1, $2, l.reference, l.data from unnest($3::text[], $4::jsonb[]) as l (reference, data)
     on conflict (workspace_id, connection_id, reference) do update set data = excluded.data`,
    [workspaceId, connectionId, [...last.keys()], [...last.values()]],
  );
}

/** Erases or corrects what is kept of a customer. */
export async function changePerson(
  tx: Tx,
  workspaceId: string,
  customerId: string,
  change: { readonly erase: boolean; readonly email: string | null; readonly name: string | null; readonly at: Instant },
): Promise<void> {
  if (change.erase) {
    await tx.query(
      `update customer set external_id = null, email = null, name = null, country = null, erased_at = $3
        where workspace_id = $1 and id = $2 and erased_at is null`,
      [workspaceId, customerId, new Date(change.at)],
    );
    return;
  }
  await tx.query(
    `update customer set email = coalesce($3, email), name = coalesce($4, name)
      where workspace_id = $1 and id = $2 and erased_at is null`,
    [workspaceId, customerId, change.email, change.name],
  );
}

function fromRow(row: EventRow): StoredEvent {
  return {
    eventId: row.event_id,
    type: row.type,
    receivedAt: row.received_at,
    state: row.state,
    detail: row.detail ?? { facts: 0 },
    body: row.body,
  };
}
