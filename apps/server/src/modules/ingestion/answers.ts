import type { Connection, HookEventAnswer } from '@cordee/contract/connection';
import { errors, type ErrorCode } from '@cordee/contract/errors';
import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { ConnectionRecord } from './connection.store.ts';
import type { EventDetail, StoredEvent } from './hook-event.store.ts';
import { reasons } from './translation/reasons.ts';

/** A connection as it is shown: everything but its secret. */
export function connectionAnswer(connection: ConnectionRecord): Connection {
  const id = encodeId('con', connection.id);
  return {
    id,
    kind: connection.kind,
    name: connection.name,
    settings: connection.settings,
    hookPath: `/hooks/${connection.kind}/${id}`,
    createdAt: formatInstant(connection.createdAt),
    endedAt: connection.endedAt === null ? null : formatInstant(connection.endedAt),
    lastEventAt: connection.lastEventAt === null ? null : formatInstant(connection.lastEventAt),
  };
}

export function eventAnswer(event: StoredEvent, language: Language): HookEventAnswer {
  const { detail } = event;
  return {
    id: event.eventId,
    type: event.type,
    state: event.state,
    receivedAt: formatInstant(event.receivedAt),
    facts: detail.facts,
    reason: reasonText(detail, language),
    reasonCode: detail.fault?.code ?? detail.reason ?? (detail.waitsFor === undefined ? null : 'waits_for_companion'),
    replayable: event.body !== null,
  };
}

function reasonText({ fault, reason, waitsFor }: EventDetail, language: Language): string | null {
  if (fault !== undefined) {
    const place = fault.path === undefined || fault.path === '' ? '' : `${fault.path} : `;
    const fields = (fault.fields ?? []).map(({ path, message }) => `${path} : ${message[language]}`);
    const title = isErrorCode(fault.code) ? errors[fault.code].title[language] : '';
    return [`${place}${fault.sentence?.[language] ?? title}`, ...fields].join(' ');
  }
  if (waitsFor !== undefined) {
    const list = waitsFor.map((reference) => reference.replace(/^(?:sale|pay|cus|checkout):/, '')).join(', ');
    return language === 'fr' ? `En attente de l'événement qui concerne ${list}.` : `Waiting for the event about ${list}.`;
  }
  return reason === undefined ? null : reasons[reason][language];
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}
