import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recordAudit } from '../../../platform/verb.ts';
import { forgetClaimed } from '../../claim/index.ts';
import { forgetNamed } from '../../contribution/index.ts';
import { recordDrafts } from '../../counting/index.ts';
import { customerIdOf } from '../../fact/index.ts';
import type { ConnectionRecord } from '../connection.store.ts';
import {
  changePerson,
  eventsWaitingFor,
  loadReferences,
  saveReferences,
  settleEvent,
  type EventDetail,
  type EventFault,
  type EventState,
  type StoredEvent,
} from '../hook-event.store.ts';
import { TranslationFault, type JsonObject } from '../translation/json.ts';
import type { Translation } from '../translation/translation.ts';
import { hookKinds } from './hook-kinds.ts';

/** An open transaction that holds the order of the workspace, so that no event of it is read beside this one. */
export interface Desk {
  readonly tx: Tx;
  readonly workspaceId: string;
  readonly connection: ConnectionRecord;
  readonly customerKey: Buffer;
  readonly now: Instant;
  readonly onError: (error: unknown) => void;
}

export interface Processed {
  readonly state: EventState;
  readonly detail: EventDetail;
}

/**
 * Turns a kept event into facts, or into the reason for none, and then those that waited for what it taught. All of it is one
 * transaction: an event is either kept with everything it means, or not at all.
 */
export async function processEvent(desk: Desk, event: StoredEvent, patient: boolean): Promise<Processed & { total: number }> {
  const first = await processOne(desk, event, patient);
  let total = first.detail.facts;
  const queue = [...first.learned];
  while (queue.length > 0) {
    const waiting = await eventsWaitingFor(desk.tx, desk.workspaceId, desk.connection.id, queue.splice(0));
    for (const held of waiting) {
      const { detail, learned } = await processOne(desk, held, true);
      total += detail.facts;
      queue.push(...learned);
    }
  }
  return { state: first.state, detail: first.detail, total };
}

async function processOne(desk: Desk, event: StoredEvent, patient: boolean): Promise<Processed & { learned: string[] }> {
  const { tx, workspaceId, connection } = desk;
  const translated = await translate(desk, event, patient);
  if ('fault' in translated) return settled(desk, event, 'failed', { facts: 0, fault: translated.fault }, []);
  const { drafts, learned, people, waits, reason } = translated.outcome;
  await saveReferences(tx, workspaceId, connection.id, learned);
  for (const change of people) await applyChange(desk, change);
  const names = learned.map(({ reference }) => reference);
  if (waits !== null) {
    const until = waits.until === null ? {} : { until: waits.until };
    return settled(desk, event, 'waiting', { facts: 0, waitsFor: waits.for, ...until }, names);
  }
  if (drafts.length === 0) {
    return settled(desk, event, 'ignored', { facts: 0, ...(reason === null ? {} : { reason }) }, names);
  }
  const { recordings } = await recordDrafts(tx, workspaceId, desk.now, drafts);
  const refused = recordings.find((recording) => recording.kind === 'refused');
  const facts = recordings.filter(({ kind }) => kind === 'recorded').length;
  if (refused?.kind === 'refused') {
    return settled(desk, event, 'failed', { facts, fault: faultOf(refused.refusal) ?? unknownFault }, names);
  }
  return settled(desk, event, 'done', { facts, ...(facts === 0 ? { reason: 'nothing_new' as const } : {}) }, names);
}

async function settled(desk: Desk, event: StoredEvent, state: EventState, detail: EventDetail, learned: string[]) {
  await settleEvent(desk.tx, desk.workspaceId, desk.connection.id, event.eventId, state, detail);
  if (state === 'failed') await recordFailure(desk.tx, desk.workspaceId, desk.connection.id, event, detail, desk.now);
  return { state, detail, learned };
}

/** Leaves a failure in the audit trail, from where it is told. */
export function recordFailure(
  tx: Tx,
  workspaceId: string,
  connectionId: string,
  { eventId, type }: Pick<StoredEvent, 'eventId' | 'type'>,
  detail: EventDetail,
  now: Instant,
): Promise<void> {
  const actor = { kind: 'hook', connectionId } as const;
  const subject = encodeId('con', connectionId);
  const after = { connectionId: subject, eventId, type, fault: detail.fault?.code ?? unknownFault.code };
  const context = { workspaceId, actor, now: () => now, requestId: 'hook' };
  return recordAudit(tx, context, { action: 'connection.event_failed', subject, after });
}

type Translated = { readonly outcome: Translation } | { readonly fault: EventFault };

async function translate(desk: Desk, stored: StoredEvent, patient: boolean): Promise<Translated> {
  const kind = hookKinds[desk.connection.kind];
  const parsed = attempt(desk, () => {
    const event = kind.read(stored);
    return { event, references: kind.translator.references(event) };
  });
  if ('fault' in parsed) return parsed;
  const { event, references } = parsed.value;
  const known = await loadReferences(desk.tx, desk.workspaceId, desk.connection.id, references);
  const outcome = attempt(desk, () => kind.translator.translate(event, worldOf(desk, stored, known, patient)));
  return 'fault' in outcome ? outcome : { outcome: outcome.value };
}

function worldOf(desk: Desk, stored: StoredEvent, known: ReadonlyMap<string, JsonObject>, patient: boolean) {
  return {
    origin: `${desk.connection.kind}:${desk.connection.id}`,
    customerKey: desk.customerKey,
    settings: desk.connection.settings,
    receivedAt: stored.receivedAt,
    known: (reference: string) => known.get(reference),
    patient,
  };
}

// Translations are pure: whatever they throw is about the event, which is kept with the reason and can be read again.
function attempt<T>(desk: Desk, run: () => T): { readonly value: T } | { readonly fault: EventFault } {
  try {
    return { value: run() };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) desk.onError(error);
    return { fault: fault ?? unknownFault };
  }
}

const unknownFault: EventFault = { code: 'internal' };

function faultOf(error: unknown): EventFault | null {
  if (error instanceof TranslationFault) return { code: 'malformed_event', path: error.path, sentence: error.sentence };
  if (error instanceof Refusal) return { code: error.code, fields: error.fields };
  return null;
}

async function applyChange(desk: Desk, change: Translation['people'][number]): Promise<void> {
  const customerId = customerIdOf(desk.customerKey, change.externalId);
  const corrected = change.kind === 'forget' ? { email: null, name: null } : { email: change.email, name: change.name };
  await changePerson(desk.tx, desk.workspaceId, customerId, { erase: change.kind === 'forget', ...corrected, at: desk.now });
  if (change.kind !== 'forget') return;
  await forgetNamed(desk.tx, desk.workspaceId, customerId);
  await forgetClaimed(desk.tx, desk.workspaceId, customerId);
}
